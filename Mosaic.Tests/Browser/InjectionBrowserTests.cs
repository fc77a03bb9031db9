using Microsoft.Playwright;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Browser;

/// <summary>Every vector, stored wherever people write, and every page that shows it, opened by who wrote it and by the admin.</summary>
public sealed class InjectionBrowserTests(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    private static Task<HarmfulPlaces>? _places;

    /// <summary>What a reader does with the text: all but a click on what belongs to us.</summary>
    private const string Touch =
        """
        () => {
            document.addEventListener('click', happened => happened.preventDefault(), true);
            const shown = document.querySelectorAll('main .markdown-text *, main .bubble *, main .diff *, .suggest *, .peek, .active-filters *, main .files *, main .picture *');
            for (const element of shown) {
                const isOurs = element.closest('button, input, .files a');
                for (const name of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'focusin', 'load', 'error', 'toggle', 'animationstart', ...(isOurs ? [] : ['click'])])
                    element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
            }
            return shown.length;
        }
        """;

    private static readonly RouteFulfillOptions Nothing = new() { ContentType = "text/javascript", Headers = new Dictionary<string, string> { ["Cache-Control"] = "no-store" } };

    private readonly List<string> _harm = [];

    /// <summary>Pages stay as the server sent them: the hundreds with memos have their circuit once, where the whole list is scrolled.</summary>
    private bool _isStill;

    [Fact]
    public Task With_our_content_policy_nothing_runs_on_any_page_and_nothing_even_tries_to() => WalkAsync(bypassesPolicy: false);

    [Fact]
    public Task Without_the_content_policy_nothing_runs_either() => WalkAsync(bypassesPolicy: true);

    private async Task WalkAsync(bool bypassesPolicy)
    {
        var places = await (_places ??= HarmfulPlaces.MakeAsync(app, "ada"));
        await using var visit = await chromium.VisitAsync(app, "ada", bypassesPolicy: bypassesPolicy);
        await TrapAsync(visit);
        var touched = 0;
        foreach (var address in places.Addresses.Where(address => !bypassesPolicy || address.StartsWith("/memos/", StringComparison.Ordinal) || address.StartsWith("/chat/", StringComparison.Ordinal)))
        {
            _isStill = address.StartsWith("/memos/", StringComparison.Ordinal) || address.StartsWith("/?", StringComparison.Ordinal);
            var answer = _isStill ? await visit.Page.GotoAsync(address) : await visit.OpenAsync(address);
            if (answer!.Status >= 500) _harm.Add($"{address}: status {answer.Status}");
            touched += await visit.Page.EvaluateAsync<int>(Touch);
            await JudgeAsync(visit.Page, address);
        }
        _isStill = false;
        await SuggestAsync(visit);
        await ScrollAsync(visit);
        await visit.Page.EvaluateAsync("() => document.body.insertAdjacentHTML('beforeend', '<img src=data:x onerror=harm()>')");
        await visit.Page.WaitForTimeoutAsync(200);
        // The trap is a trap: what does run is seen, unless the policy stops it.
        Assert.Equal(bypassesPolicy ? 1 : 0, await visit.Page.EvaluateAsync<int>("() => window.__harm"));
        Assert.True(touched > 5_000, $"Only {touched} elements were touched.");
        Assert.Equal("", string.Join(Environment.NewLine, _harm));
        // With the policy on, a vector that got through would show as a violation of it, as the one of the trap does.
        Assert.Equal(bypassesPolicy ? 0 : 1, visit.Complaints.Count(complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal)));
    }

    /// <summary>The list as a circuit draws it, page after page, and the draft in the composer.</summary>
    private async Task ScrollAsync(Visit visit)
    {
        await visit.OpenAsync("/");
        for (var round = 0; round < 40 && await visit.Page.Locator("[data-sentinel]").CountAsync() > 0; round++)
        {
            await visit.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
            await visit.Page.WaitForTimeoutAsync(100);
        }
        await visit.Page.EvaluateAsync<int>(Touch);
        await JudgeAsync(visit.Page, "the whole list");
    }

    private async Task SuggestAsync(Visit visit)
    {
        await visit.OpenAsync("/");
        var text = visit.Page.Locator("[data-part=text]").First;
        foreach (var begin in new[] { "[[script", "[[img", "[[onerror", "#ha" })
        {
            await text.FillAsync("");
            await text.PressSequentiallyAsync(begin);
            await visit.Page.WaitForTimeoutAsync(400);
            await visit.Page.EvaluateAsync<int>(Touch);
            await JudgeAsync(visit.Page, "suggestions for " + begin);
        }
        await text.FillAsync("");
    }

    private async Task TrapAsync(Visit visit)
    {
        await visit.Context.AddInitScriptAsync("window.__harm = 0; window.harm = () => { window.__harm++; }; window.alert = window.confirm = window.prompt = window.open = window.harm;");
        await visit.Context.RouteAsync(
            address => !address.StartsWith(app.Address.ToString(), StringComparison.Ordinal) && !address.StartsWith("data:", StringComparison.Ordinal),
            async route =>
            {
                _harm.Add($"asked {route.Request.Url}");
                await route.AbortAsync();
            });
        await visit.Context.RouteAsync("**/blazor.web*.js", route => _isStill ? route.FulfillAsync(Nothing) : route.ContinueAsync());
        visit.Page.Dialog += (_, dialog) => _harm.Add($"dialog {dialog.Message}");
        visit.Page.Popup += (_, page) => _harm.Add($"window {page.Url}");
    }

    private async Task JudgeAsync(IPage page, string where)
    {
        if (!page.Url.StartsWith(app.Address.ToString(), StringComparison.Ordinal)) _harm.Add($"{where} led to {page.Url}");
        var harm = await page.EvaluateAsync<int>("() => window.__harm");
        if (harm > 0) _harm.Add($"{where}: harm was called {harm} times");
        var odd = await page.EvaluateAsync<string>(
            """
            () => [...document.querySelectorAll('*')].filter(element => element.localName === 'iframe' || element.localName === 'object' || element.localName === 'embed' || element.localName === 'base' && element.getAttribute('href') !== '/'
                || element.localName === 'script' && !element.src && element.type !== 'importmap' || [...element.attributes].some(one => one.name.startsWith('on') && /harm|alert/.test(one.value))
                || /^\s*(javascript|vbscript):/i.test(element.getAttribute('href') ?? '')).map(element => element.outerHTML.slice(0, 200)).join('\n')
            """);
        if (odd.Length > 0) _harm.Add($"{where}: {odd}");
    }
}
