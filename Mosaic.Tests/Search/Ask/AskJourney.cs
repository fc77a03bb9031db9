using Microsoft.Playwright;
using Mosaic.Tests.Browser;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Search.Ask;

/// <summary>A question by the keyboard alone, and the passage that its answer cites.</summary>
public sealed class AskJourney(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_question_is_asked_with_enter_and_its_citation_shows_the_passage()
    {
        var filler = string.Join("\n\n", Enumerable.Range(0, 40).Select(n => $"Paragraph {n} is about the weather, the neighbours and what was for dinner that day."));
        await app.WriteAsync("bob", $"A long day.\n\n{filler}\n\nThe **swifts** came back to the *bell tower*, two pairs.\n\n{filler}");
        await app.JobsDoneAsync();
        await using var visit = await chromium.VisitAsync(app, "bob", Chromium.Phone, dark: false);
        var page = visit.Page;
        await visit.OpenAsync("/ask");
        await page.GetByLabel("Your question").FillAsync("Where did the swifts");
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.TypeAsync("come back to?");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".ask-answer .markdown a").First.WaitForAsync();
        await LookAsync(page);
        await page.Locator(".ask-answer .markdown a").First.ClickAsync();
        await page.WaitForURLAsync("**/memos/*?revision=1&passage=*");
        await page.WaitForFunctionAsync("() => CSS.highlights.get('cited')?.size === 1");
        var marked = await page.EvaluateAsync<string>("() => [...CSS.highlights.get('cited')][0].toString()");
        Assert.Contains("swifts came back to the bell tower", marked.ReplaceLineEndings(" "), StringComparison.Ordinal);
        await page.WaitForFunctionAsync("() => { const at = [...CSS.highlights.get('cited')][0].getBoundingClientRect(); return scrollY > 0 && at.top >= 0 && at.top < innerHeight; }");
        await LookAsync(page);
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).WaitForAsync();
        Assert.Empty(visit.Complaints);
    }

    private static async Task LookAsync(IPage page) =>
        Assert.Empty(await Axe.LookAsync(page));
}
