using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Mosaic.Tests.Accounts;

public sealed class ProfileHttpTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly (string, string)[] Usual =
        [("TimeZone", "Europe/Berlin"), ("DayEndsAt", "03:30"), ("Language", "de"), ("Theme", "dark")];

    [Fact]
    public async Task What_is_filled_in_is_kept_and_can_be_cleared_again()
    {
        var bob = await app.SignInAsync("bob", sendsToken: false);
        Assert.Equal(HttpStatusCode.Redirect, (await bob.SendAsync("/account", "profile", [("DisplayName", " Bob <b>B</b> "), ("Bio", "Grows leeks."), .. Usual])).StatusCode);
        var page = await bob.GetStringAsync("/account?saved=true");
        Assert.Contains("Your profile is saved.", page);
        Assert.DoesNotContain("<b>B</b>", page);
        var user = await UserAsync();
        Assert.Equal(("Bob <b>B</b>", "Grows leeks.", "Europe/Berlin", new TimeOnly(3, 30), "de", "dark"),
            (user.DisplayName, user.Bio, user.TimeZone, user.DayEndsAt, user.Language, user.Theme));
        await bob.SendAsync("/account", "profile", [("DisplayName", ""), ("Bio", " "), .. Usual]);
        user = await UserAsync();
        Assert.Equal((null, null), (user.DisplayName, user.Bio));
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_and_points_at_the_field()
    {
        var bob = await app.SignInAsync("bob", sendsToken: false);
        var page = await (await bob.SendAsync("/account", "profile", [("DisplayName", "Bob"), ("Bio", new string('x', 161)), .. Usual])).TextAsync();
        Assert.Contains("Use at most 160 characters; this has 161.", page);
        Assert.Contains(new string('x', 161), page);
        Assert.Matches("id=\"Form-Bio\"[^>]* autofocus", page);
    }

    [Fact]
    public async Task A_picture_is_taken_replaced_and_removed_and_a_script_is_not_one()
    {
        var cleo = await app.SignInAsync("cleo", sendsToken: false);
        Assert.Equal(HttpStatusCode.Redirect, (await cleo.SendFileAsync("/account", "profile", "Avatar", "me.png", Picture, Usual)).StatusCode);
        var first = (await UserAsync("cleo")).AvatarResourceId;
        Assert.NotNull(first);
        Assert.Equal(HttpStatusCode.OK, (await cleo.GetAsync($"/files/{first}")).StatusCode);

        var refused = await cleo.SendFileAsync("/account", "profile", "Avatar", "me.png", "<svg onload=alert(1)>"u8.ToArray(), Usual);
        Assert.Contains("Choose a picture", await refused.TextAsync());
        Assert.Equal(first, (await UserAsync("cleo")).AvatarResourceId);

        await cleo.SendAsync("/account", "profile", [("RemoveAvatar", "true"), .. Usual]);
        Assert.Null((await UserAsync("cleo")).AvatarResourceId);
        Assert.Equal(HttpStatusCode.NotFound, (await cleo.GetAsync($"/files/{first}")).StatusCode);
    }

    [Fact]
    public async Task People_see_their_own_sign_ins_and_nobody_elses()
    {
        await People.EnterAsync(app, "cleo");
        await app.Visitor().SendAsync("/sign-in", "sign-in", ("Name", "cleo"), ("Password", "wrong"));
        var page = await (await app.SignInAsync("cleo")).GetStringAsync("/account/sign-ins");
        Assert.Contains("Signed in", page);
        Assert.Contains("Failed sign-in", page);
        Assert.DoesNotContain("Failed sign-in", await (await app.SignInAsync("bob")).GetStringAsync("/account/sign-ins"));
    }

    private async Task<Data.Accounts.User> UserAsync(string name = "bob")
    {
        await using var db = await app.DbAsync();
        return await db.Users.AsNoTracking().SingleAsync(user => user.UserName == name);
    }
}
