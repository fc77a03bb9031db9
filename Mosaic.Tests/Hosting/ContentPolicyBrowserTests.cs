using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Hosting.Telemetry;

namespace Mosaic.Tests.Hosting;

public sealed class ContentPolicyBrowserTests(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Theory]
    [InlineData("/sign-in", null)]
    [InlineData("/", "ada")]
    [InlineData("/trash", "ada")]
    [InlineData("/account", "ada")]
    [InlineData("/no/such/address", "ada")]
    public async Task Our_own_pages_keep_to_the_content_policy_and_load_whole(string address, string? name)
    {
        await using var visit = await chromium.VisitAsync(app, name);
        await visit.OpenAsync(address);
        var isMissing = address.Contains("/no/", StringComparison.Ordinal);
        Assert.Equal("", string.Join(Environment.NewLine, visit.Complaints.Where(complaint => !isMissing || !complaint.Contains("404", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_page_answers_to_clicks_over_its_circuit()
    {
        await using var visit = await chromium.VisitAsync(app, "ada");
        var socket = visit.Page.WaitForWebSocketAsync();
        await visit.OpenAsync("/");
        Assert.StartsWith("ws://127.0.0.1", (await socket).Url, StringComparison.Ordinal);
        Assert.True(app.Services.GetRequiredService<MosaicMeters>().Circuits > 0);
    }

    [Fact]
    public async Task An_inline_script_is_not_run()
    {
        await using var visit = await chromium.VisitAsync(app);
        await visit.OpenAsync("/sign-in");
        await visit.Page.EvaluateAsync("() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); }");
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => window.ran === true"));
        Assert.Contains(visit.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
