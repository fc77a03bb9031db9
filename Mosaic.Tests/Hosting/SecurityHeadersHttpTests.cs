using System.Net.Http.Headers;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Hosting;

public sealed class SecurityHeadersHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/healthz")]
    [InlineData("/css/mosaic.css")]
    [InlineData("/no/such/address")]
    public async Task Every_answer_tells_the_browser_what_not_to_do(string address)
    {
        var headers = (await app.Visitor().GetAsync(address)).Headers;
        Assert.Equal("nosniff", Only(headers, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Only(headers, "Referrer-Policy"));
        Assert.Equal("same-origin", Only(headers, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Only(headers, "Cross-Origin-Resource-Policy"));
        var policy = Only(headers, "Content-Security-Policy").Split("; ");
        Assert.Contains("frame-ancestors 'self'", policy);
        Assert.Contains("object-src 'none'", policy);
        Assert.DoesNotContain("'unsafe-eval'", string.Concat(policy), StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-inline'", Assert.Single(policy, part => part.StartsWith("script-src", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task Only_https_is_promised_to_last()
    {
        await using var behindProxy = await new MosaicApp(app.Cluster) { Settings = { ["MOSAIC_TRUSTED_PROXIES"] = "127.0.0.1" } }.StartAsync();
        Assert.False((await AskAsync(app)).Contains("Strict-Transport-Security"));
        Assert.True((await AskAsync(behindProxy)).Contains("Strict-Transport-Security"));

        static async Task<HttpResponseHeaders> AskAsync(MosaicApp app)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-Host", "notes.example.org");
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            return (await app.Visitor().SendAsync(request)).Headers;
        }
    }

    [Fact]
    public async Task Pages_are_sent_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.AcceptEncoding.Add(new("br"));
        var answer = await app.Visitor().SendAsync(request);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
    }

    private static string Only(HttpResponseHeaders headers, string name) => Assert.Single(headers.GetValues(name));
}
