using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Accounts.Register;
using Mosaic.Web.Features.Admin;
using Mosaic.Web.Features.Admin.Invitations;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Accounts;

public sealed class RegistrationHttpTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    [Fact]
    public async Task Closed_is_how_a_house_starts()
    {
        await app.SetAsync(new AppSettings());
        Assert.Contains("No registration here", await (await app.Visitor().GetAsync("/register")).TextAsync());
        Assert.Contains("does not work", await (await app.Visitor().GetAsync($"/invite/{await InviteAsync()}")).TextAsync());
    }

    [Fact]
    public async Task Open_lets_anybody_in_and_says_what_is_taken()
    {
        await app.SetAsync(new AppSettings { Registration = RegistrationMode.Open });
        var visitor = app.Visitor();
        var taken = await (await RegisterAsync(visitor, "/register", "BOB", "new@example.org")).TextAsync();
        Assert.Contains("This name is taken", taken);
        Assert.Contains("value=\"new@example.org\"", taken);
        Assert.Contains("Another account uses this address", await (await RegisterAsync(visitor, "/register", "lea", "BOB@example.org")).TextAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await RegisterAsync(visitor, "/register", "lea", "lea@example.org")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/admin/users")).StatusCode);
    }

    [Theory]
    [InlineData("a\uFFFEb", "odd@example.org")]
    [InlineData("odd", "a\uFFFE@example.org")]
    public async Task A_name_or_an_address_that_cannot_be_composed_is_refused_with_a_sentence(string name, string email)
    {
        await app.SetAsync(new AppSettings { Registration = RegistrationMode.Open });
        Assert.Contains("aria-invalid=\"true\"", await (await RegisterAsync(app.Visitor(), "/register", name, email)).TextAsync());
    }

    [Fact]
    public async Task A_form_opened_before_the_house_closed_is_refused()
    {
        await app.SetAsync(new AppSettings { Registration = RegistrationMode.Open });
        var visitor = app.Visitor();
        var answer = await SendLateAsync(visitor, "mia");
        Assert.Contains("No registration here", await answer.TextAsync());
        await using var db = await app.DbAsync();
        Assert.False(await db.Users.AnyAsync(user => user.UserName == "mia"));

        async Task<HttpResponseMessage> SendLateAsync(HttpClient client, string name)
        {
            var page = await client.GetStringAsync("/register");
            await app.SetAsync(new AppSettings());
            using var form = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0]),
                new("_handler", "register"), new("Form.UserName", name), new("Form.Email", $"{name}@example.org"), new("Form.Password", CastMember.Password),
            ]);
            return await client.PostAsync("/register", form);
        }
    }

    [Fact]
    public async Task An_invitation_works_once_even_for_two_at_the_same_moment()
    {
        await app.SetAsync(new AppSettings { Registration = RegistrationMode.Invitation });
        Assert.Contains("by invitation", await (await app.Visitor().GetAsync("/register")).TextAsync());
        var token = await InviteAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => app.Get<RegistrationService>().RegisterAsync(
            new NewAccount($"guest{i}", $"guest{i}@example.org", CastMember.Password), token, new DefaultHttpContext())));
        Assert.Single(results.OfType<RegisterResult.Made>());
        Assert.Equal(5, results.OfType<RegisterResult.NotOpen>().Count());
        Assert.Contains("does not work", await (await app.Visitor().GetAsync($"/invite/{token}")).TextAsync());
        // Another test of this house uses an invitation of its own.
        Assert.Single(await app.Get<InvitationService>().ListAsync(), row => row.UsedBy?.StartsWith("guest", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task An_invitation_that_led_to_a_refusal_is_not_used_up()
    {
        await app.SetAsync(new AppSettings { Registration = RegistrationMode.Invitation });
        var token = await InviteAsync();
        Assert.Contains("taken", await (await RegisterAsync(app.Visitor(), $"/invite/{token}", "bob", "bob2@example.org")).TextAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await RegisterAsync(app.Visitor(), $"/invite/{token}", "noa", "noa@example.org")).StatusCode);
    }

    [Fact]
    public async Task An_invitation_ends_after_seven_days_and_when_revoked()
    {
        await app.SetAsync(new AppSettings { Registration = RegistrationMode.Invitation });
        var (old, revoked) = (await InviteAsync("old"), await InviteAsync("revoked"));
        var invitations = app.Get<InvitationService>();
        var row = (await invitations.ListAsync()).Single(row => row.Note == "revoked");
        Assert.IsType<AdminResult.Done>(await invitations.RevokeAsync(app.Person("ada").Id, row.Id));
        Assert.IsType<AdminResult.NotFound>(await invitations.RevokeAsync(app.Person("ada").Id, row.Id));
        Assert.Contains("does not work", await (await app.Visitor().GetAsync($"/invite/{revoked}")).TextAsync());
        Assert.Contains("You were invited", await (await app.Visitor().GetAsync($"/invite/{old}")).TextAsync());
        app.Clock.Advance(TimeSpan.FromDays(7.01));
        Assert.Contains("does not work", await (await app.Visitor().GetAsync($"/invite/{old}")).TextAsync());
    }

    [Fact]
    public async Task Only_the_digest_of_an_invitation_is_kept()
    {
        var token = await InviteAsync();
        await using var db = await app.DbAsync();
        Assert.All(await db.Invitations.Select(row => row.TokenHash).ToListAsync(), hash => Assert.Equal(32, hash.Length));
        Assert.All(await db.AdminAudits.ToListAsync(), line => Assert.DoesNotContain(token, $"{line.Target}{line.Before}{line.After}", StringComparison.Ordinal));
    }

    private async Task<string> InviteAsync(string? note = null) =>
        Assert.IsType<AdminResult.Invited>(await app.Get<InvitationService>().MakeAsync(app.Person("ada").Id, note)).Token;

    private static Task<HttpResponseMessage> RegisterAsync(HttpClient visitor, string address, string name, string email) =>
        visitor.SendAsync(address, "register", ("UserName", name), ("Email", email), ("Password", CastMember.Password), ("TimeZone", "nowhere"));
}
