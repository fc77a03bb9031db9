using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Accounts.Setup;

namespace Mosaic.Tests.Accounts;

public sealed class SetupHttpTests(TestCluster cluster)
{
    private static readonly (string, string)[] Ada = [("UserName", "ada"), ("Email", "ada@example.org"), ("Password", CastMember.Password), ("TimeZone", "Europe/Berlin")];

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/register")]
    [InlineData("/admin/users")]
    [InlineData("/no/such/page")]
    public async Task Before_the_first_account_every_address_leads_to_setup(string address)
    {
        await using var app = await StartAsync();
        var answer = await app.Visitor().GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/setup", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_code_makes_the_first_admin_who_is_then_signed_in()
    {
        await using var app = await StartAsync();
        var code = await app.Get<SetupCode>().CurrentAsync();
        Assert.Matches("^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$", code);
        Assert.Equal(code, await app.Get<SetupCode>().CurrentAsync());
        var visitor = app.Visitor();

        var wrong = await visitor.SendAsync("/setup", "setup", [("Code", "aaaa-bbbb-cccc"), .. Ada]);
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Contains("not the setup code", await wrong.TextAsync());
        Assert.Matches("id=\"Form-Code\"[^>]* autofocus", await wrong.TextAsync());
        Assert.Contains("value=\"ada@example.org\"", await wrong.TextAsync());

        var right = await visitor.SendAsync("/setup", "setup", [("Code", code!.ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)), .. Ada]);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/users")).StatusCode);
        Assert.Null(await app.Get<SetupCode>().CurrentAsync());
        Assert.Equal("/", (await visitor.GetAsync("/setup")).Headers.Location?.OriginalString);
        await using var db = await app.DbAsync();
        Assert.Equal("Europe/Berlin", (await db.Users.SingleAsync()).TimeZone);
        Assert.False(await db.AppSettings.AnyAsync(setting => setting.Key == "setup_code"));
    }

    [Fact]
    public async Task Ten_wrong_codes_close_the_door_for_five_minutes()
    {
        await using var app = await StartAsync();
        var code = app.Get<SetupCode>();
        for (var i = 0; i < 10; i++) Assert.Contains("not the setup code", await code.RefusalAsync("wrong"));
        Assert.Contains("Wait five minutes", await code.RefusalAsync((await code.CurrentAsync())!));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await code.RefusalAsync((await code.CurrentAsync())!));
    }

    [Fact]
    public async Task Of_many_people_at_the_same_moment_one_becomes_the_admin()
    {
        await using var app = await StartAsync();
        var setup = app.Get<SetupService>();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            setup.MakeFirstAdminAsync(new NewAccount($"ada{i}", $"ada{i}@example.org", CastMember.Password), http: null)));
        Assert.Single(results.OfType<SetupResult.Made>());
        Assert.Equal(7, results.OfType<SetupResult.AlreadyDone>().Count());
        await using var db = await app.DbAsync();
        Assert.Equal(1, await db.Users.CountAsync());
    }

    [Fact]
    public async Task The_environment_can_name_the_first_admin_and_never_changes_one()
    {
        await using var app = await StartAsync(("MOSAIC_ADMIN_USER", "ada"), ("MOSAIC_ADMIN_EMAIL", "ada@example.org"), ("MOSAIC_ADMIN_PASSWORD", CastMember.Password));
        Assert.Equal(HttpStatusCode.Redirect, (await app.Visitor().SendAsync("/sign-in", "sign-in", ("Name", "ada"), ("Password", CastMember.Password))).StatusCode);
        await using var again = new AccountsApp(cluster) { HasCast = false, SharedDatabase = app.Database };
        again.Settings["MOSAIC_ADMIN_USER"] = "eve";
        again.Settings["MOSAIC_ADMIN_EMAIL"] = "eve@example.org";
        again.Settings["MOSAIC_ADMIN_PASSWORD"] = "another quiet lamp";
        await again.StartAsync();
        await using var db = await app.DbAsync();
        Assert.Equal("ada", (await db.Users.SingleAsync()).UserName);
    }

    [Fact]
    public async Task A_first_admin_who_cannot_be_made_ends_the_start_and_names_the_key()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            StartAsync(("MOSAIC_ADMIN_USER", "a b"), ("MOSAIC_ADMIN_EMAIL", "ada@example.org"), ("MOSAIC_ADMIN_PASSWORD", "password1234")));
        Assert.Contains(refusal.Failures, failure => failure.StartsWith("MOSAIC_ADMIN_USER", StringComparison.Ordinal));
        Assert.Contains(refusal.Failures, failure => failure.StartsWith("MOSAIC_ADMIN_PASSWORD", StringComparison.Ordinal));
    }

    private async Task<AccountsApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var app = new AccountsApp(cluster) { HasCast = false };
        foreach (var (key, value) in settings) app.Settings[key] = value;
        try
        {
            await app.StartAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
