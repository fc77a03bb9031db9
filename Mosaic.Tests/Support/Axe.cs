using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Mosaic.Tests.Support;

/// <summary>
/// Looks at a page with axe: put into each document once and asked there. The package's own way puts it in anew for every look and opens
/// a blank page to put the results of frames together, which takes ten times as long; our pages have no frames.
/// </summary>
internal static class Axe
{
    /// <summary>Axe, and an end to all motion: a colour in the middle of a transition is nobody's colour.</summary>
    private static readonly string Script = new BundledAxeScriptProvider().GetScript() + """
        ;{
            const still = new CSSStyleSheet();
            still.replaceSync('*, *::before, *::after, *::backdrop { transition: none !important; animation: none !important; }');
            document.adoptedStyleSheets.push(still);
        }
        """;

    /// <summary>What is serious or critical, a line each.</summary>
    /// <param name="page">As it is on screen, with what is open on it.</param>
    /// <param name="rules">The rules to look for; all that axe has when null.</param>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage page, IReadOnlyList<string>? rules = null)
    {
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("() => typeof window.axe?.run === 'function'")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async rules => {
              const found = await axe.run(document, { resultTypes: ['violations'], selectors: false, ...rules && { runOnly: { type: 'rule', values: rules } } });
              return found.violations.filter(one => one.impact === 'serious' || one.impact === 'critical').map(one =>
                `${one.id} (${one.help}): ` + one.nodes.slice(0, 4).map(node => `${node.html} ${node.any[0]?.message ?? ''}`).join(' | '));
            }
            """, rules);
    }
}
