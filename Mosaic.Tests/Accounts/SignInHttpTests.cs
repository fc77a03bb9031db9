using System.Net;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Accounts;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Accounts;

public sealed class SignInHttpTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    [Theory]
    [InlineData("bob")]
    [InlineData("BOB")]
    [InlineData("Bob@Example.org")]
    public async Task A_name_or_an_address_with_the_password_signs_in(string name)
    {
        var answer = await TryAsync(name, CastMember.Password, ("Remember", "true"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("mosaic=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("expires=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_staying_signed_in_the_cookie_ends_with_the_browser()
    {
        var answer = await TryAsync("bob", CastMember.Password);
        Assert.DoesNotContain("expires=", answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("mosaic=", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/tags?q=a", "/tags?q=a")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    public async Task One_returns_to_a_page_of_the_house_only(string returnUrl, string goes)
    {
        var answer = await app.Visitor().SendAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", "sign-in", ("Name", "cleo"), ("Password", CastMember.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith(goes, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer.Headers.Location.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bob\uFFFE")]
    [InlineData("\uFFFE@example.org")]
    public async Task A_name_that_cannot_be_composed_is_nobodys(string name) =>
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(name, CastMember.Password)).StatusCode);

    [Fact]
    public async Task Unknown_mistyped_disabled_and_locked_get_the_same_answer()
    {
        await SetAsync(await MakeAsync("disabled1"), user => user.IsActive = false);
        await SetAsync(await MakeAsync("locked1"), user => user.LockoutEnd = app.Clock.GetUtcNow().AddMinutes(5));
        var answers = new List<string>();
        foreach (var (name, password) in new[] { ("nobody", "wrong"), ("bob", "wrong"), ("disabled1", CastMember.Password), ("locked1", CastMember.Password) })
            answers.Add(RefusalOf(await (await TryAsync(name, password)).TextAsync()));
        Assert.Single(answers.Distinct());
        Assert.Contains("wrong", answers[0]);
    }

    [Fact]
    public async Task What_was_typed_is_kept_except_the_password()
    {
        var page = await (await TryAsync("nobody\"><b>", "my secret")).TextAsync();
        Assert.Contains("nobody", page);
        Assert.DoesNotContain("my secret", page);
        Assert.DoesNotContain("<b>", await (await TryAsync("x<b>", "y")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_tenth_failure_within_five_minutes_locks_for_fifteen()
    {
        await MakeAsync("dora");
        for (var i = 0; i < 10; i++) await TryAsync("dora", "wrong");
        Assert.False(await ComesInAsync("dora"));
        app.Clock.Advance(TimeSpan.FromMinutes(14.9));
        Assert.False(await ComesInAsync("dora"));
        app.Clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.True(await ComesInAsync("dora"));
        await using var db = await app.DbAsync();
        Assert.Equal(1, await db.ConnectionLogs.CountAsync(entry => entry.UserName == "dora" && entry.Action == ConnectionAction.LockedOut));
    }

    [Fact]
    public async Task Ten_failures_over_a_longer_time_lock_nobody()
    {
        await MakeAsync("emil");
        for (var i = 0; i < 12; i++)
        {
            await TryAsync("emil", "wrong");
            app.Clock.Advance(TimeSpan.FromSeconds(40));
        }
        Assert.True(await ComesInAsync("emil"));
    }

    [Fact]
    public async Task Many_tries_at_once_are_counted_one_by_one()
    {
        await MakeAsync("fay");
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => TryAsync("fay", "wrong")));
        Assert.False(await ComesInAsync("fay"));
        await using var db = await app.DbAsync();
        Assert.Equal(1, await db.ConnectionLogs.CountAsync(entry => entry.UserName == "fay" && entry.Action == ConnectionAction.LockedOut));
    }

    [Fact]
    public async Task Names_that_the_log_cannot_keep_are_cut()
    {
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(new string('n', 5_000), "wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(string.Concat(Enumerable.Repeat("🌱", 200)), new string('p', 10_000))).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_cookie_and_is_written_down()
    {
        var bob = await app.SignInAsync("bob");
        var answer = await bob.PostAsync("/sign-out", null);
        Assert.Equal("/sign-in", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await bob.GetAsync("/account")).StatusCode);
        await using var db = await app.DbAsync();
        Assert.True(await db.ConnectionLogs.AnyAsync(entry => entry.UserName == "bob" && entry.Action == ConnectionAction.SignOut));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_signing_in_and_a_program_gets_401()
    {
        var visitor = app.Visitor();
        Assert.Equal("/sign-in?returnUrl=%2Faccount", (await visitor.GetAsync("/account")).Headers.Location?.PathAndQuery);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/files/00000000-0000-0000-0000-000000000001")).StatusCode);
    }

    private async Task<bool> ComesInAsync(string name) => (await TryAsync(name, CastMember.Password)).StatusCode == HttpStatusCode.Redirect;

    private Task<HttpResponseMessage> TryAsync(string name, string password, params (string, string)[] more) =>
        app.Visitor().SendAsync("/sign-in", "sign-in", [("Name", name), ("Password", password), .. more]);

    private static string RefusalOf(string page) => page[page.IndexOf("role=\"alert\"", StringComparison.Ordinal)..].Split("</p>")[0];

    private Task<Guid> MakeAsync(string name) => People.MakeAsync(app, name);

    private Task SetAsync(Guid id, Action<User> change) => People.SetAsync(app, id, change);
}
