using System.Net;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Mosaic.Tests.Support;
using Mosaic.Web.Hosting.Security;

namespace Mosaic.Tests.Hosting;

public sealed class CircuitGateHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("https://127.0.0.1.evil.example")]
    public async Task A_foreign_page_opens_no_circuit(string origin)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(app, origin));
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync("ada", origin));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_page_opens_one()
    {
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(app, app.Address.GetLeftPart(UriPartial.Authority)));
        using var socket = await OpenAsync("ada", app.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Another_port_of_this_machine_is_foreign_too() =>
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(app, $"http://127.0.0.1:{app.Address.Port + 1}"));

    [Fact]
    public async Task Behind_a_trusted_proxy_the_forwarded_name_counts()
    {
        await using var behindProxy = await new MosaicApp(app.Cluster) { Settings = { ["MOSAIC_TRUSTED_PROXIES"] = "127.0.0.1" } }.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(behindProxy, "https://notes.example.org", "notes.example.org"));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(app, "https://notes.example.org", "notes.example.org"));
    }

    [Fact]
    public async Task One_person_opens_so_many_and_no_more_until_one_closes()
    {
        var open = new List<ClientWebSocket>();
        for (var index = 0; index < CircuitGate.PerPerson; index++) open.Add(await OpenAsync("bob"));
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync("bob"));
        Assert.Contains("429", refused.Message, StringComparison.Ordinal);

        open[0].Abort();
        using var another = await RetryAsync(() => OpenAsync("bob"));
        Assert.Equal(WebSocketState.Open, another.State);
        open.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task A_visitor_opens_none()
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(null));
        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_server_stops_no_page_comes_back()
    {
        await using var stopping = await new MosaicApp(app.Cluster).StartAsync();
        (await OpenAsync("ada", where: stopping)).Dispose();
        stopping.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync("ada", where: stopping));
        Assert.Contains("503", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> NegotiateAsync(MosaicApp app, string origin, string? forwardedHost = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);
        if (forwardedHost is not null) request.Headers.Add("X-Forwarded-Host", forwardedHost);
        if (forwardedHost is not null) request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        if (forwardedHost is not null) request.Headers.Add("X-Forwarded-Proto", "https");
        return (await (await app.SignInAsync("ada")).SendAsync(request)).StatusCode;
    }

    private async Task<ClientWebSocket> OpenAsync(string? name, string? origin = null, MosaicApp? where = null)
    {
        where ??= app;
        var socket = new ClientWebSocket();
        socket.Options.Cookies = new CookieContainer();
        if (name is not null) socket.Options.Cookies.Add(await where.CookieAsync(name));
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new UriBuilder(where.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        return socket;
    }

    private static async Task<T> RetryAsync<T>(Func<Task<T>> attempt)
    {
        for (var left = 20; ; left--)
        {
            try
            {
                return await attempt();
            }
            catch (WebSocketException) when (left > 0)
            {
                await Task.Delay(100);
            }
        }
    }
}
