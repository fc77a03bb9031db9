using Mosaic.Tests.Support;

namespace Mosaic.Tests.Shell;

public sealed class FirstVisitBrowserTests(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task A_first_visit_is_few_requests_no_font_and_no_shift(int width)
    {
        await using var visit = await chromium.VisitAsync(app, "ada", width);
        // By address: what is asked for twice comes out of the browser's cache the second time.
        var requests = new HashSet<string>();
        visit.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal)) requests.Add($"{request.ResourceType} {request.Url}");
        };
        visit.Page.WebSocket += (_, socket) => requests.Add($"websocket {socket.Url}");
        await visit.Page.AddInitScriptAsync(
            """
            window.shift = 0;
            new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
            """);

        await visit.OpenAsync("/");
        await visit.Page.WaitForTimeoutAsync(500);

        Assert.True(requests.Count <= 15, string.Join('\n', requests));
        Assert.DoesNotContain(requests, request => request.StartsWith("font", StringComparison.Ordinal));
        Assert.Equal(0, await visit.Page.EvaluateAsync<double>("window.shift"), 0.01);
        Assert.False(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        Assert.Empty(visit.Complaints);
    }
}
