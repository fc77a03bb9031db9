using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Mosaic.Web.Features.Accounts.Keys;

namespace Mosaic.Tests.Accounts;

public sealed partial class KeysPageHttpTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    private const string Page = "/account/keys";

    [Fact]
    public async Task A_made_key_is_shown_once_and_works()
    {
        var bob = await app.SignInAsync("bob", sendsToken: false);
        var answer = await bob.SendAsync(Page, "key", ("Name", "backup <script>"), ("Scopes", "memos:read"), ("Scopes", "sync"), ("Lifetime", "30"), ("Once", "a"));
        var markup = await answer.Content.ReadAsStringAsync();
        var secret = SecretIn(markup);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(secret));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Matches("<textarea[^>]* readonly[^>]* autofocus", markup);
        Assert.Contains($"curl -H \"Authorization: Bearer {secret}\" {app.Address}api/v1/me", WebUtility.HtmlDecode(markup));
        Assert.DoesNotContain("<script>", markup.Split("<body")[1].Split("backup")[1].Split("</span>")[0]);

        var later = await TextAsync(bob);
        Assert.DoesNotContain(secret, later);
        Assert.Contains(secret[..10], later);
        Assert.Contains("backup <script>", later);
        Assert.Contains("Never used", later);
        Assert.Equal(["memos:read", "sync"], ScopesIn(later));
        var key = Assert.Single(await KeysOfAsync("bob"), key => key.Name == "backup <script>");
        Assert.Equal(app.Clock.GetUtcNow().AddDays(30), key.ExpiresAt!.Value, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_form_sent_again_later_makes_no_second_key_and_leaves_the_first_alone()
    {
        var cleo = await app.SignInAsync("cleo", sendsToken: false);
        (string, string)[] form = [("Name", "twice"), ("Scopes", "sync"), ("Lifetime", "90"), ("Once", "b")];
        await cleo.SendAsync(Page, "key", form);
        var second = SecretIn(await (await cleo.SendAsync(Page, "key", form)).TextAsync());
        app.Clock.Advance(TimeSpan.FromSeconds(6));
        var third = await (await cleo.SendAsync(Page, "key", form)).TextAsync();
        Assert.Contains("made already", third);
        Assert.DoesNotMatch(Secret(), third);
        Assert.Single(await KeysOfAsync("cleo"), key => key.Name == "twice");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(second));
    }

    [Fact]
    public async Task Refusals_stand_at_their_fields_and_what_was_chosen_stays()
    {
        var bob = await app.SignInAsync("bob", sendsToken: false);
        var nameless = await (await bob.SendAsync(Page, "key", ("Name", " "), ("Scopes", "sync"), ("Lifetime", "365"))).TextAsync();
        Assert.Contains("Name it after the program", nameless);
        Assert.Matches("id=\"Form-Name\"[^>]* autofocus", nameless);
        Assert.Matches("value=\"sync\" checked", nameless);
        Assert.Matches("value=\"365\" selected", nameless);

        var idle = await (await bob.SendAsync(Page, "key", ("Name", "idle"), ("Lifetime", "90"))).TextAsync();
        Assert.Contains("Choose what it may do.", idle);
        Assert.Matches("value=\"memos:read\" autofocus", idle);
        Assert.Matches("id=\"Form-Name\"[^>]* value=\"idle\"", idle);

        Assert.Contains("Choose one of these.", await (await bob.SendAsync(Page, "key", ("Name", "odd"), ("Scopes", "sync"), ("Lifetime", "7"))).TextAsync());
        Assert.DoesNotContain(await KeysOfAsync("bob"), key => key.Name is "idle" or "odd" or "");
    }

    [Fact]
    public async Task Only_an_admin_is_offered_the_scope_of_admins()
    {
        Assert.Contains("value=\"admin\"", await TextAsync(await app.SignInAsync("ada")));
        var bob = await app.SignInAsync("bob", sendsToken: false);
        Assert.DoesNotContain("value=\"admin\"", await TextAsync(bob));
        Assert.Contains("Only an admin", await (await bob.SendAsync(Page, "key", ("Name", "climber"), ("Scopes", "admin"), ("Lifetime", "90"))).TextAsync());
    }

    [Fact]
    public async Task A_revoked_key_is_gone_from_the_list_and_refused_within_a_second()
    {
        var cleo = await app.SignInAsync("cleo", sendsToken: false);
        var secret = SecretIn(await (await cleo.SendAsync(Page, "key", ("Name", "old laptop"), ("Scopes", "sync"), ("Lifetime", "none"))).TextAsync());
        Assert.Equal(HttpStatusCode.OK, await AskAsync(secret));
        Assert.Contains("does not end by itself", await TextAsync(cleo));
        var id = (await KeysOfAsync("cleo")).Single(key => key.Name == "old laptop").Id;
        var answer = await cleo.SendToAsync(Page, $"{Page}/{id}/revocation");
        Assert.Equal((HttpStatusCode.Redirect, $"{Page}?revoked=true"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var page = await WebAsync(cleo, $"{Page}?revoked=true");
        Assert.Contains("The key is revoked.", page);
        Assert.DoesNotContain("old laptop", page);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(secret));
        Assert.Equal(HttpStatusCode.NotFound, (await cleo.SendToAsync(Page, $"{Page}/{id}/revocation")).StatusCode);
    }

    [Fact]
    public async Task A_key_is_revoked_by_its_owner_alone_and_only_from_a_page()
    {
        var ada = await app.SignInAsync("ada", sendsToken: false);
        var secret = SecretIn(await (await ada.SendAsync(Page, "key", ("Name", "adas"), ("Scopes", "sync"), ("Lifetime", "90"))).TextAsync());
        var address = $"{Page}/{(await KeysOfAsync("ada")).Single(key => key.Name == "adas").Id}/revocation";
        var bob = await app.SignInAsync("bob", sendsToken: false);
        Assert.DoesNotContain("adas", await TextAsync(bob));
        Assert.Equal(HttpStatusCode.NotFound, (await bob.SendToAsync(Page, address)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.PostAsync(address, null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(secret));
    }

    [Fact]
    public async Task A_key_that_has_ended_is_shown_as_ended()
    {
        var ada = await app.SignInAsync("ada", sendsToken: false);
        var now = app.Clock.GetUtcNow();
        Assert.IsType<NewKeyResult.Made>(await app.Get<ApiKeyService>().MakeAsync(app.Person("ada").Id, "short", ["sync"], now.AddSeconds(2)));
        Assert.DoesNotContain("Ended", await TextAsync(ada));
        app.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Matches("short<span class=\"chip off\">Ended", await TextAsync(ada));
    }

    private async Task<HttpStatusCode> AskAsync(string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", secret) } };
        return (await app.Visitor().SendAsync(request)).StatusCode;
    }

    private Task<IReadOnlyList<ApiKeyLine>> KeysOfAsync(string name) => app.Get<ApiKeyService>().ListAsync(app.Person(name).Id);

    private static Task<string> TextAsync(HttpClient client) => WebAsync(client, Page);

    private static async Task<string> WebAsync(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(address));

    private static string SecretIn(string page) => Secret().Match(page) is { Success: true } match ? match.Value : throw new InvalidOperationException($"No key is shown:\n{page}");

    private static IEnumerable<string> ScopesIn(string page) => Scope().Matches(page.Split("backup <script>")[1].Split("</li>")[0]).Select(match => match.Groups[1].Value);

    [GeneratedRegex("mos_[A-Za-z0-9_-]{49}")]
    private static partial Regex Secret();

    [GeneratedRegex("<span class=\"chip\">([^<]+)<")]
    private static partial Regex Scope();
}
