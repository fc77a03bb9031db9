using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Tests.Memos;

public sealed class HistoryBrowserTests(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task Arrows_walk_through_the_history_and_a_restore_is_taken_back_from_its_toast()
    {
        var memo = await WriteAsync("ada", "one\n", "one two\n", "one two three\n");
        await using var visit = await chromium.VisitAsync(app, "ada");
        await OpenAsync(visit, $"/memos/{memo.Id}/history");
        var page = visit.Page;
        await Assertions.Expect(page.Locator(".diff ins")).ToContainTextAsync("three");
        await page.Locator(".revision-pick input").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Revision 1 → 2" })).ToBeVisibleAsync();
        Assert.Contains("new=2", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Revision 1, the first" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore revision 1" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Restored from 1")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Restored from 3")).ToBeVisibleAsync();
        Assert.Equal("one two three\n", (await FindAsync("ada", memo.Id)).Content);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_reload_shows_the_same_two_revisions_in_the_same_layout()
    {
        var memo = await WriteAsync("ada", "one", "two", "three");
        await using var visit = await chromium.VisitAsync(app, "ada");
        await visit.OpenAsync($"/memos/{memo.Id}/history");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Side by side" }).ClickAsync();
        await visit.Page.GetByTitle("Compare with revision 1").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Revision 1" })).ToBeVisibleAsync();
        await visit.OpenAsync(visit.Page.Url);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Revision 1" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Somebody_elses_history_is_not_found()
    {
        var memo = await WriteAsync("ada", "mine");
        using var bob = await app.SignInAsync("bob");
        var answer = await bob.GetAsync($"/memos/{memo.Id}/history");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("mine", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_are_renamed_from_their_page_without_a_mouse()
    {
        await WriteAsync("cleo", "About #work/mosaic");
        await using var visit = await chromium.VisitAsync(app, "cleo");
        await OpenAsync(visit, "/tags");
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Actions for #work", Exact = true }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Rename" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("1 text is rewritten, each as a new revision.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("New name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Job");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "#job/mosaic" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "#work/mosaic" })).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    /// <summary>A circuit draws once more when it knows the person; what had the focus before that is gone.</summary>
    private static async Task OpenAsync(Visit visit, string address)
    {
        await visit.OpenAsync(address);
        await visit.Page.WaitForTimeoutAsync(1_000);
    }

    private async Task<MemoCard> WriteAsync(string name, params string[] texts)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var memos = scope.ServiceProvider.GetRequiredService<MemoService>();
        var id = Guid.CreateVersion7();
        MemoCard? memo = null;
        foreach (var text in texts)
        {
            var saved = await memos.SaveAsync(app.Person(name).Id, new MemoEdit(id, text, null, false, memo?.RevisionCount ?? 0));
            memo = Assert.IsType<SaveResult.Saved>(saved).Memo;
        }
        return memo!;
    }

    private async Task<MemoCard> FindAsync(string name, Guid id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<MemoService>().FindAsync(app.Person(name).Id, id))!;
    }
}
