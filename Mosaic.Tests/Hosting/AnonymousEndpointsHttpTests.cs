using System.Net;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Hosting;

/// <summary>Everything is closed unless it is meant to be open.</summary>
public sealed class AnonymousEndpointsHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    /// <summary>What strangers may reach; a new line here is a decision.</summary>
    private static readonly string[] Open =
    [
        "GET /api",
        "GET /error",
        "GET /healthz",
        "GET /invite/{Token}",
        "GET /not-found",
        "GET /openapi/{documentName}.json",
        "GET /readyz",
        "GET /register",
        "GET /setup",
        "GET /sign-in",
        "POST /api/v1/auth/refresh",
        "POST /api/v1/auth/revoke",
        "POST /api/v1/auth/token",
    ];

    [Fact]
    public void Strangers_reach_what_is_on_the_list_and_nothing_else() =>
        Assert.Equal(Open, Route.Of(app).Where(route => route.IsAnonymous).Select(route => route.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Everything_else_sends_a_stranger_to_sign_in()
    {
        var stranger = app.Visitor();
        var closed = Route.Of(app).Where(route => !route.IsAnonymous).ToList();
        Assert.NotEmpty(closed);
        var open = new List<string>();
        foreach (var route in closed)
        {
            using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Fill(_ => Guid.NewGuid().ToString()));
            var answer = await stranger.SendAsync(request);
            var isRefused = answer.StatusCode == HttpStatusCode.Unauthorized
                || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal));
            if (!isRefused) open.Add($"{route}: {(int)answer.StatusCode}");
        }
        Assert.Equal("", string.Join(Environment.NewLine, open));
    }
}
