using Microsoft.Playwright;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Browser;

public sealed class DiaryJourney(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task By_keys_through_the_month_to_a_page_that_is_written_lost_found_and_saved()
    {
        await using var visit = await chromium.VisitAsync(app, "ada");
        var page = visit.Page;
        await visit.OpenAsync("/diary?day=2026-03-10");
        var tile = page.Locator("[data-day='2026-03-10']");
        await tile.FocusAsync();
        foreach (var key in new[] { "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowDown" }) await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("[data-day='2026-03-17']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/diary?day=2026-03-17");

        // The address changes before the page does.
        await page.GetByRole(AriaRole.Article, new() { Name = "17 March" }).GetByRole(AriaRole.Button, new() { Name = "Write the page" }).ClickAsync();
        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "Text of the page" });
        await text.FillAsync("The heron was back at the pond.");
        await Assertions.Expect(page.Locator("[data-part='state']")).ToHaveTextAsync("Kept, not saved yet");
        await visit.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on writing" }).ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync("The heron was back at the pond.");

        await page.Locator(".diary-page").GetByText("calm", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".diary-page .markdown")).ToHaveTextAsync("The heron was back at the pond.");
        await Assertions.Expect(page.Locator(".diary-page .meta")).ToContainTextAsync("Written by you");
        await Assertions.Expect(page.Locator("[data-day='2026-03-17'] .sr-only")).ToHaveTextAsync("Tuesday 17 March, calm, 7 of 10, page");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_text_longer_than_a_message_of_the_circuit_arrives_whole()
    {
        await using var visit = await chromium.VisitAsync(app, "bob");
        var page = visit.Page;
        await visit.OpenAsync("/diary?day=2026-03-18");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the page" }).ClickAsync();
        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "Text of the page" });
        await text.FillAsync(string.Concat(Enumerable.Repeat("Rain. ", 8_000)) + "And then the sun.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".diary-page .markdown")).ToContainTextAsync("And then the sun.");
        await visit.OpenAsync("/diary?day=2026-03-19");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the page" }).ClickAsync();
        await text.FillAsync(new string('x', 50_001));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("1 character over the limit");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task How_somebody_feels_is_two_clicks_and_an_undo()
    {
        await using var visit = await chromium.VisitAsync(app, "cleo");
        var page = visit.Page;
        await visit.OpenAsync("/diary");
        await page.GetByRole(AriaRole.Button, new() { Name = "How are you now?" }).ClickAsync();
        await page.Locator(".check-ins").GetByText("focus", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".check-ins .row")).ToContainTextAsync("focus");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take away the check-in" }).ClickAsync();
        await Assertions.Expect(page.Locator(".check-ins .row")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".check-ins .row")).ToHaveCountAsync(1);
        Assert.Empty(visit.Complaints);
    }
}
