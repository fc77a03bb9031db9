using System.Diagnostics;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Hosting;

public sealed class ShutdownBrowserTests(TestCluster cluster, Chromium chromium)
{
    [Fact]
    public async Task With_a_page_open_the_app_stops_within_ten_seconds()
    {
        var app = await new MosaicApp(cluster).StartAsync();
        await using var visit = await chromium.VisitAsync(app, "ada");
        await visit.OpenAsync("/");
        var watch = Stopwatch.StartNew();
        await app.DisposeAsync();
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }
}
