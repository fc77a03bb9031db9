using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Browser;

public sealed class ConflictJourney(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Theory]
    [InlineData("mine", "what the second wrote")]
    [InlineData("theirs", "what the first wrote")]
    [InlineData("both", "what the first wrote")]
    [InlineData("merge", "what both wrote")]
    public async Task The_later_save_shows_both_texts_and_no_way_on_loses_one(string way, string end)
    {
        var memo = await app.WriteAsync("ada", "what it said before");
        await using var first = await EditAsync(memo, "what the first wrote");
        await using var second = await EditAsync(memo, "what the second wrote");
        await SaveAsync(first.Page);
        await Assertions.Expect(Text(first.Page)).ToHaveCountAsync(0);

        await SaveAsync(second.Page);
        var dialog = second.Page.InDialog("This memo changed while you wrote");
        await Assertions.Expect(dialog.Locator(".diff-old del")).ToContainTextAsync("first");
        await Assertions.Expect(dialog.Locator(".diff-new ins")).ToContainTextAsync("second");
        await dialog.Locator($"[data-way={way}]").ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        if (way == "merge")
        {
            await Assertions.Expect(second.Page.GetByLabel("What the memo says now")).ToContainTextAsync("what the first wrote");
            await KeptAsync(memo, "what the second wrote");
            await Text(second.Page).FillAsync(end);
            await SaveAsync(second.Page);
        }

        await Assertions.Expect(Text(second.Page)).ToHaveCountAsync(0);
        await Assertions.Expect(first.Page.Memo(end)).ToBeVisibleAsync();
        await Assertions.Expect(second.Page.Memo(end)).ToBeVisibleAsync();
        await KeptAsync(memo, way == "merge" ? end : "what the second wrote");
        Assert.Empty(second.Complaints);
    }

    private static ILocator Text(IPage page) => page.GetByLabel("Text of the memo");

    private static Task SaveAsync(IPage page) => Text(page).PressAsync("Control+Enter");

    private async Task<Visit> EditAsync(MemoCard memo, string text)
    {
        var visit = await chromium.VisitAsync(app, "ada");
        await visit.OpenAsync($"/memos/{memo.Id}");
        await visit.Page.Memo("what it said before").Button("Edit").ClickAsync();
        await visit.Page.LiveAsync();
        await Text(visit.Page).FillAsync(text);
        return visit;
    }

    /// <summary>What was there, what the first wrote and what the second wrote: each is a memo, a revision or a draft.</summary>
    private async Task KeptAsync(MemoCard memo, string second)
    {
        await using var db = app.Database.CreateDbContext();
        var texts = await db.MemoRevisions.Select(revision => revision.Content)
            .Concat(db.MemoDrafts.Select(draft => draft.Content)).Concat(db.Memos.Select(other => other.Content)).ToListAsync();
        Assert.Contains("what it said before", texts);
        Assert.Contains("what the first wrote", texts);
        Assert.Contains(second, texts);
        Assert.Equal(1, await db.Memos.CountAsync(other => other.Id == memo.Id));
    }
}
