using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.Tokens;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Sync.Devices;

namespace Mosaic.Tests.Accounts;

public sealed class DevicesPageHttpTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    private const string Page = "/account/devices";

    [Fact]
    public async Task Without_programs_and_devices_the_page_says_how_one_comes_to_be_here()
    {
        var page = await TextAsync(await app.SignInAsync("ada"));
        Assert.Contains("No program is signed in.", page);
        Assert.Contains("No device keeps a copy.", page);
    }

    [Fact]
    public async Task A_program_that_signed_in_is_listed_and_can_be_signed_out()
    {
        var token = await ProgramAsync("bob", "curl/8.0 (X11; Linux)");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(token));
        var bob = await app.SignInAsync("bob", sendsToken: false);
        var page = await TextAsync(bob);
        Assert.Contains("curl on Linux", page);
        Assert.Contains("From 127.0.0.1", page);
        var address = $"/account/programs/{(await app.Get<TokenService>().ListAsync(app.Person("bob").Id)).Single().Id}/sign-out";
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("cleo", sendsToken: false)).SendToAsync("/account/keys", address)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.PostAsync(address, null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(token));

        var answer = await bob.SendToAsync(Page, address);
        Assert.Equal((HttpStatusCode.Redirect, $"{Page}?signedOut=true"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Contains("The program is signed out.", await TextAsync(bob, $"{Page}?signedOut=true"));
        Assert.DoesNotContain("curl on Linux", await TextAsync(bob));
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token));
    }

    [Fact]
    public async Task A_device_that_keeps_a_copy_is_listed_with_what_waits_for_it_and_can_be_forgotten()
    {
        const string Name = "cleo's <laptop>/2";
        await WriteAsync("cleo", "first");
        var token = await ProgramAsync("cleo", "Firefox/120.0 Android");
        await PullAsync(token, Name);
        var cleo = await app.SignInAsync("cleo", sendsToken: false);
        Assert.Contains("has every change", await TextAsync(cleo));
        await WriteAsync("cleo", "second");
        var page = await TextAsync(cleo);
        Assert.Contains("1 change waits for it", page);
        Assert.Contains(Name, page);
        Assert.DoesNotContain("<laptop>", await cleo.GetStringAsync(Page));
        Assert.DoesNotContain(Name, await TextAsync(await app.SignInAsync("bob")));

        var bob = await app.SignInAsync("bob", sendsToken: false);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.SendToAsync("/account/keys", $"{Page}/forgotten", ("clientId", Name))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cleo.SendToAsync(Page, $"{Page}/forgotten", ("clientId", "a\ttab"))).StatusCode);
        Assert.Single(await DevicesOfAsync("cleo"));
        var answer = await cleo.SendToAsync(Page, $"{Page}/forgotten", ("clientId", Name));
        Assert.Equal((HttpStatusCode.Redirect, $"{Page}?forgotten=true"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Empty(await DevicesOfAsync("cleo"));
        page = await TextAsync(cleo, $"{Page}?forgotten=true");
        Assert.Contains("The device is off the list.", page);
        Assert.DoesNotContain(Name, page);
        await PullAsync(token, Name);
        Assert.Contains(Name, await TextAsync(cleo));
    }

    private Task<IReadOnlyList<SyncedDevice>> DevicesOfAsync(string name) => app.Get<DeviceService>().ListAsync(app.Person(name).Id);

    private async Task<string> ProgramAsync(string name, string agent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/token") { Content = JsonContent.Create(new { userName = name, password = CastMember.Password }) };
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        var answer = await app.Visitor().SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    private async Task<HttpStatusCode> AskAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return (await app.Visitor().SendAsync(request)).StatusCode;
    }

    private async Task PullAsync(string token, string clientId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sync/pull") { Content = JsonContent.Create(new { clientId }), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        (await app.Visitor().SendAsync(request)).EnsureSuccessStatusCode();
    }

    private async Task WriteAsync(string name, string text)
    {
        using var scope = app.Services.CreateScope();
        Assert.IsType<SaveResult.Saved>(await scope.ServiceProvider.GetRequiredService<MemoService>().SaveAsync(app.Person(name).Id, new MemoEdit(Guid.CreateVersion7(), text, [], false, 0)));
    }

    private static async Task<string> TextAsync(HttpClient client, string address = Page) => WebUtility.HtmlDecode(await client.GetStringAsync(address));
}
