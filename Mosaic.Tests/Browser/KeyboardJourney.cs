using Microsoft.Playwright;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Browser;

public sealed class KeyboardJourney(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task The_whole_memo_flow_works_without_a_mouse()
    {
        await using var visit = await chromium.VisitAsync(app);
        var page = visit.Page;
        await SignInAsync(visit);

        foreach (var text in (string[])["older memo", "newer memo"])
        {
            await page.Keyboard.PressAsync("c");
            await Assertions.Expect(page.Composer()).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(page.Memo(text)).ToBeVisibleAsync();
            await Assertions.Expect(page.Composer()).ToHaveValueAsync("");
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Composer()).Not.ToBeFocusedAsync();
        }

        await WalkAsync(page);
        await PinAndTagAsync(page);
        await EditAndCompareAsync(page);
        await ArchiveDeleteAndUndoAsync(page);
        await GoAroundAsync(page);
        Assert.Empty(visit.Complaints);
    }

    private static async Task SignInAsync(Visit visit)
    {
        await visit.OpenAsync("/sign-in");
        await Assertions.Expect(visit.Page.GetByLabel("User name or e-mail")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("ada");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync(CastMember.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.LiveAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
    }

    private static async Task WalkAsync(IPage page)
    {
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Memo("newer memo")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Memo("older memo")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected memos" })).ToContainTextAsync("1 selected");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected memos" })).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Memo("newer memo")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("o");
        await page.WaitForURLAsync("**/memos/*-*");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(page.Memo("older memo")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    private static async Task PinAndTagAsync(IPage page)
    {
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Memo("older memo")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("#");
        await Assertions.Expect(page.GetByLabel("Add a tag")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.InDialog("Tags of this memo")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Memo("older memo")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("#");
        await Assertions.Expect(page.GetByLabel("Add a tag")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("keys");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Memo("older memo").Locator("a.tag")).ToHaveTextAsync("#keys");
        await Assertions.Expect(page.Memo("older memo")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Pinned" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Memo("older memo")).ToBeFocusedAsync();
    }

    private static async Task EditAndCompareAsync(IPage page)
    {
        await page.Keyboard.PressAsync("i");
        await Assertions.Expect(page.GetByLabel("Text of the memo")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(", edited");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Memo("older memo, edited").Locator(".body")).ToBeVisibleAsync();
        await Assertions.Expect(page.Memo("older memo, edited")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("h");
        var history = page.InDialog("History");
        await Assertions.Expect(history.GetByRole(AriaRole.Heading, new() { Name = "Revision 1 → 2" })).ToBeVisibleAsync();
        await TabToAsync(page, "document.activeElement.closest('.revision-pick')");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(history.GetByRole(AriaRole.Heading, new() { Name = "Revision 1, the first" })).ToBeVisibleAsync();
        await TabToAsync(page, "document.activeElement.textContent.includes('Restore revision 1')");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(history.GetByText("Restored from 1")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(history).ToHaveCountAsync(0);
        await Assertions.Expect(page.Memo("older memo")).ToBeFocusedAsync();
        await Assertions.Expect(page.Memo("edited")).ToHaveCountAsync(0);
    }

    private static async Task ArchiveDeleteAndUndoAsync(IPage page)
    {
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Memo("older memo")).ToHaveCountAsync(0);
        await UndoAsync(page, "Memo archived.");
        await Assertions.Expect(page.Memo("older memo")).ToBeVisibleAsync();
        await FocusAsync(page, "newer memo");
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Memo("newer memo")).ToHaveCountAsync(0);
        await UndoAsync(page, "Memo moved to the trash.");
        await Assertions.Expect(page.Memo("newer memo")).ToBeVisibleAsync();
        await FocusAsync(page, "newer memo");
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Memo("newer memo")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Memo("newer memo")).ToBeVisibleAsync();
        await FocusAsync(page, "newer memo");
        await TabToAsync(page, "document.activeElement.textContent === 'Delete for good'");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.InDialog("Delete this memo for good?")).ToBeVisibleAsync();
        await TabToAsync(page, "document.activeElement.textContent.trim() === 'Delete for good'");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("The trash is empty")).ToBeVisibleAsync();
    }

    private static async Task GoAroundAsync(IPage page)
    {
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("t");
        await page.WaitForURLAsync("**/tags");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.InDialog("Keyboard")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.InDialog("Keyboard")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#palette")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#palette")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("memos");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Memo("older memo")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Button("Filter").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Words")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("older");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Remove the filter “older”" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByLabel("Words")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Filter" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await page.WaitForURLAsync("**/search");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" })).ToBeFocusedAsync();
    }

    /// <summary>The list hears of a change before the message that offers to undo it stands there.</summary>
    private static async Task UndoAsync(IPage page, string message)
    {
        await Assertions.Expect(page.Locator(".toast", new() { HasText = message })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page.Locator(".toast", new() { HasText = message })).ToHaveCountAsync(0);
    }

    /// <summary>Walks by j until the memo has the focus.</summary>
    private static async Task FocusAsync(IPage page, string text)
    {
        for (var i = 0; i < 4; i++)
        {
            await page.Keyboard.PressAsync("j");
            if (await page.Memo(text).EvaluateAsync<bool>("item => item === document.activeElement")) return;
        }
        Assert.Fail($"j does not reach '{text}'.");
    }

    private static async Task TabToAsync(IPage page, string reached)
    {
        for (var i = 0; i < 30; i++)
        {
            if (await page.EvaluateAsync<bool>($"Boolean({reached})")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not reach {reached}.");
    }
}
