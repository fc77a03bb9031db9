using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Security;

/// <summary>The renderer alone, without the content policy of our pages, in a real browser: nothing runs and nothing is fetched.</summary>
public sealed class VectorsBrowserTests(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    private static readonly string[] Events = ["click", "mouseover", "mouseenter", "pointerover", "focus", "focusin", "load", "error", "toggle", "input", "change", "animationstart"];

    [Fact]
    public async Task A_page_of_all_vectors_runs_nothing_and_asks_nobody()
    {
        await using var visit = await chromium.VisitAsync(app);
        using var renderer = new MarkdownRenderer();
        var asked = new List<string>();
        var page = visit.Page;
        await page.RouteAsync("**/*", async route =>
        {
            asked.Add(route.Request.Url);
            await route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><body></body>" });
        });
        await page.GotoAsync("/");
        asked.Clear();
        await page.EvaluateAsync("() => { window.harmed = 0; window.harm = () => { window.harmed++; }; window.alert = window.harm; }");
        foreach (var part in InjectionVectors.All.Concat(NaughtyStrings.All).Chunk(40))
        {
            var html = string.Concat(part.Select(vector => $"<section><div class=markdown-text>{renderer.ToHtml(vector)}</div><i></i></section>"));
            var sections = await page.EvaluateAsync<int>("html => { document.body.innerHTML = html; return document.querySelectorAll('body > section > i').length; }", html);
            Assert.Equal(part.Length, sections);
            await page.EvaluateAsync("""
                names => {
                    for (const element of document.querySelectorAll('section *')) for (const name of names) {
                        const event = new Event(name, { bubbles: true, cancelable: true });
                        element.addEventListener(name, happened => { if (element.localName === 'a') happened.preventDefault(); }, { once: true });
                        element.dispatchEvent(event);
                    }
                }
                """, Events);
        }
        await Task.Delay(300);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => window.harmed"));
        // Pictures of our own are all that a text may fetch.
        Assert.All(asked, address => Assert.Matches("^" + app.Address + "files/[0-9a-f-]{36}$", address));
    }
}
