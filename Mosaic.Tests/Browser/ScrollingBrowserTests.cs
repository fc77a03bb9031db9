using Mosaic.Tests.Memos;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Browser;

/// <summary>20,000 memos, and somebody who scrolls. The bounds are wide, since other tests share the machine; the numbers are written out.</summary>
[Collection(Alone.Name)]
public sealed class ScrollingBrowserTests(MosaicApp app, Chromium chromium, ITestOutputHelper output) : IClassFixture<MosaicApp>
{
    private const int Far = 600;

    /// <summary>Scrolls like a hand that does not stop, and keeps the time from one frame to the next, in milliseconds.</summary>
    private const string Scroll =
        """
        far => new Promise(done => {
            const gaps = [], long = [];
            new PerformanceObserver(list => { for (const entry of list.getEntries()) long.push(entry.duration); }).observe({ type: 'longtask' });
            let last = performance.now();
            const step = now => {
                gaps.push(now - last);
                last = now;
                scrollBy(0, 60);
                if (document.querySelectorAll('article').length < far || scrollY + innerHeight < document.documentElement.scrollHeight - 3000) requestAnimationFrame(step);
                else done([gaps, long]);
            };
            requestAnimationFrame(step);
        })
        """;

    [Fact]
    public async Task Scrolling_through_hundreds_of_memos_does_not_stutter_and_keeps_what_is_out_of_sight_undrawn()
    {
        await ManyMemos.FillAsync(app, "ada", 20_000);
        await using var visit = await chromium.VisitAsync(app, "ada");
        var page = visit.Page;
        page.SetDefaultTimeout(120_000);
        await visit.OpenAsync("/");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var frames = await page.EvaluateAsync<double[][]>(Scroll, Far);
        var grown = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024;
        var gaps = frames[0].Skip(2).Order().ToList();
        var count = await page.Locator("article").CountAsync();
        var drawn = await page.EvaluateAsync<int>("[...document.querySelectorAll('article .body')].filter(body => body.checkVisibility({ contentVisibilityAuto: true })).length");
        output.WriteLine($"{count} memos, {gaps.Count} frames: median {At(gaps, 0.5):0.0} ms, p95 {At(gaps, 0.95):0.0} ms, p99 {At(gaps, 0.99):0.0} ms, longest {gaps[^1]:0} ms;");
        output.WriteLine($"{frames[1].Length} long tasks: {string.Join(' ', frames[1].Select(one => $"{one:0}"))}; server +{grown:0.0} MB; {drawn} drawn of {count}");
        Assert.True(count >= Far);
        Assert.Equal(count, await page.EvaluateAsync<int>("new Set([...document.querySelectorAll('article')].map(card => card.id)).size"));
        Assert.True(drawn < 60, $"{drawn} of {count} memos are drawn");
        Assert.True(At(gaps, 0.95) < 100, $"p95 {At(gaps, 0.95):0} ms");
        Assert.True(grown < 40, $"{grown:0.0} MB");
        Assert.Empty(visit.Complaints);
    }

    private static double At(List<double> ordered, double part) => ordered[(int)(part * (ordered.Count - 1))];
}
