using System.Net;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Admin.Users;

namespace Mosaic.Tests.Accounts;

/// <summary>A cookie is worth what its account is worth now.</summary>
public sealed class AccountSessionHttpTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_back_when_enabled()
    {
        var id = await People.MakeAsync(app, "gus");
        var gus = await People.EnterAsync(app, "gus");
        Assert.Equal(HttpStatusCode.OK, (await gus.GetAsync("/account")).StatusCode);
        await Administration.DisableAsync(Ada, id);
        Assert.StartsWith("/sign-in", (await gus.GetAsync("/account")).Headers.Location?.PathAndQuery);
        await Administration.EnableAsync(Ada, id);
        Assert.StartsWith("/sign-in", (await gus.GetAsync("/account")).Headers.Location?.PathAndQuery);
        await People.EnterAsync(app, "gus");
    }

    [Fact]
    public async Task A_deleted_accounts_cookie_is_nobodys()
    {
        var id = await People.MakeAsync(app, "hal");
        var hal = await People.EnterAsync(app, "hal");
        await Administration.DeleteAsync(Ada, id);
        Assert.Equal(HttpStatusCode.Redirect, (await hal.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session()
    {
        await People.MakeAsync(app, "ida");
        var here = await People.EnterAsync(app, "ida");
        var there = await People.EnterAsync(app, "ida");
        var wrong = await here.SendAsync("/account/password", "password", ("Current", "not this"), ("Chosen", "another quiet lamp"));
        Assert.Contains("not your current password", await wrong.TextAsync());
        var weak = await here.SendAsync("/account/password", "password", ("Current", CastMember.Password), ("Chosen", "password1234"));
        Assert.Contains("first that are guessed", await weak.TextAsync());
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/account")).StatusCode);
        var changed = await here.SendAsync("/account/password", "password", ("Current", CastMember.Password), ("Chosen", "another quiet lamp"));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).StatusCode);
        await People.EnterAsync(app, "ida", "another quiet lamp");
    }

    [Fact]
    public async Task Who_must_change_the_password_gets_nothing_else_until_then()
    {
        var id = await People.MakeAsync(app, "jan");
        await People.SetAsync(app, id, user => user.MustChangePassword = true);
        var jan = await People.EnterAsync(app, "jan");
        Assert.Equal("/account/password", (await jan.GetAsync("/account")).Headers.Location?.OriginalString);
        Assert.Equal("/account/password", (await jan.GetAsync("/")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, (await jan.GetAsync($"/files/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await jan.PostAsync("/_blazor/negotiate", null)).StatusCode);
        var page = await (await jan.GetAsync("/account/password")).TextAsync();
        Assert.Contains("Choose your own password", page);
        Assert.Contains("action=\"/sign-out\"", page);
        Assert.Equal(HttpStatusCode.Redirect, (await jan.SendAsync("/account/password", "password", ("Current", CastMember.Password), ("Chosen", "another quiet lamp"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await jan.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task New_rights_hold_without_signing_in_again_and_lost_ones_are_lost()
    {
        var id = await People.MakeAsync(app, "kim");
        var kim = await People.EnterAsync(app, "kim");
        Assert.Equal(HttpStatusCode.NotFound, (await kim.GetAsync("/admin/users")).StatusCode);
        await Administration.PromoteAsync(Ada, id);
        Assert.Equal(HttpStatusCode.OK, (await kim.GetAsync("/admin/users")).StatusCode);
        await Administration.DemoteAsync(Ada, id);
        Assert.Equal(HttpStatusCode.NotFound, (await kim.GetAsync("/admin/users")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await kim.GetAsync("/account")).StatusCode);
    }

    private Guid Ada => app.Person("ada").Id;

    private UserAdministration Administration => app.Get<UserAdministration>();
}
