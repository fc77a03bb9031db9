using Microsoft.Playwright;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Browser;

public sealed class SearchJourney(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task From_a_slash_to_a_text_and_back_to_a_search_that_is_kept_and_to_what_is_like_it()
    {
        await app.WriteAsync("ada", "Sowed carrots and beans in the vegetable garden. #garden");
        var dry = await app.WriteAsync("ada", "The vegetable garden needs water: beans and carrots are dry.");
        await app.WriteAsync("ada", "Paid the invoice of the dentist.");
        await app.JobsDoneAsync();
        await using var visit = await chromium.VisitAsync(app, "ada");
        var page = visit.Page;
        await visit.OpenAsync("/tags");

        await page.Keyboard.PressAsync("/");
        await page.WaitForURLAsync("**/search");
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(3);
        await TypeAsync(page);
        await WalkAsync(page, dry.Id);
        await KeepAsync(page);
        await FindSimilarAsync(visit, dry.Id);
        await UsePaletteAsync(visit, dry.Id);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Typed_fast_slow_deleted_and_gone_back_the_texts_belong_to_the_box()
    {
        await app.WriteAsync("bob", "Anchors and ropes.");
        await app.WriteAsync("bob", "Antlers in the snow.");
        await app.WriteAsync("bob", "Violets.");
        await using var visit = await chromium.VisitAsync(app, "bob");
        var page = visit.Page;
        await visit.OpenAsync("/search");
        await Box(page).FocusAsync();
        await page.Keyboard.TypeAsync("antlers", new() { Delay = 15 });
        await ExpectAsync(page, "antlers", "Antlers in the snow.");
        for (var letter = 0; letter < 5; letter++) await page.Keyboard.PressAsync("Backspace", new() { Delay = 90 });
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(2);
        await page.Keyboard.TypeAsync("chors", new() { Delay = 90 });
        await ExpectAsync(page, "anchors", "Anchors and ropes.");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("violets");
        await ExpectAsync(page, "violets", "Violets.");
        await page.GoBackAsync();
        await ExpectAsync(page, "anchors", "Anchors and ropes.");
        await visit.ReloadAsync();
        await ExpectAsync(page, "anchors", "Anchors and ropes.");
        await Box(page).PressAsync("Escape");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(3);
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Box(page)).Not.ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    private static async Task TypeAsync(IPage page)
    {
        await page.Keyboard.TypeAsync("garden beans", new() { Delay = 20 });
        await AnsweredAsync(page, "garden beans", "/search?q=garden%20beans");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".search-status")).ToContainTextAsync("2 found in");
        await Assertions.Expect(page.GetByText("Meaning is searched with the offline helper.")).ToBeVisibleAsync();
    }

    private static async Task WalkAsync(IPage page, Guid dry)
    {
        var needed = Hits(page).Filter(new() { HasText = "needs water" });
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Hits(page).Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(Hits(page).Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        if (!await needed.EvaluateAsync<bool>("hit => hit === document.activeElement")) await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/memos/{dry}");
        await page.GoBackAsync();
        await page.WaitForURLAsync("**/search?q=garden%20beans");
        await Assertions.Expect(Box(page)).ToHaveValueAsync("garden beans");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(2);
    }

    private static async Task KeepAsync(IPage page)
    {
        await page.Button("Save this search").ClickAsync();
        await page.InDialog("Save this search").GetByLabel("Name").FillAsync("Allotment");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Saved as Allotment")).ToBeVisibleAsync();
        var saved = page.Locator(".rail").GetByRole(AriaRole.Link, new() { Name = "Allotment" });
        await Assertions.Expect(saved).ToBeVisibleAsync();
        await page.Locator(".rail").GetByRole(AriaRole.Link, new() { Name = "Tags" }).ClickAsync();
        await page.WaitForURLAsync("**/tags");
        await saved.ClickAsync();
        await Assertions.Expect(Box(page)).ToHaveValueAsync("garden beans");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(2);
    }

    private static async Task FindSimilarAsync(Visit visit, Guid dry)
    {
        var page = visit.Page;
        await visit.OpenAsync($"/memos/{dry}");
        await page.Locator("article.memo").Button("Memo actions").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Find similar" }).ClickAsync();
        await page.WaitForURLAsync($"**/search?like={dry}");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Similar to “The vegetable garden needs water");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(1);
        await Assertions.Expect(Hits(page)).ToContainTextAsync("Sowed carrots");
        await page.Locator(".search-chips a").ClickAsync();
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(3);
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
    }

    private static async Task UsePaletteAsync(Visit visit, Guid dry)
    {
        var page = visit.Page;
        await visit.OpenAsync("/tags");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("needs water");
        var options = page.Locator("#palette [role=option]");
        await Assertions.Expect(options.Filter(new() { HasText = "Search everything for “needs water”" })).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(options.Filter(new() { HasText = "The vegetable garden needs water" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/memos/{dry}");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("needs water");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=needs%20water");
        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
    }

    private static async Task ExpectAsync(IPage page, string typed, string text)
    {
        await AnsweredAsync(page, typed, $"/search?q={typed}");
        await Assertions.Expect(Hits(page).First).ToContainTextAsync(text);
    }

    /// <summary>Box, texts and address say the same; while somebody types, each of them is a moment behind.</summary>
    private static async Task AnsweredAsync(IPage page, string typed, string address)
    {
        await Assertions.Expect(Box(page)).ToHaveValueAsync(typed);
        await Assertions.Expect(page.Locator($".hits[data-answers='{typed}']")).ToBeVisibleAsync();
        await page.WaitForURLAsync("**" + address);
    }

    private static ILocator Box(IPage page) => page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" });

    private static ILocator Hits(IPage page) => page.Locator(".hit");
}
