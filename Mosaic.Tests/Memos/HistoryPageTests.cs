using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.History;
using Mosaic.Web.Platform.Browser;

namespace Mosaic.Tests.Memos;

public sealed class HistoryPageTests(TestDatabase database) : PageTest, IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_panel_opens_with_the_newest_revision_and_the_one_before()
    {
        var panel = await OpenAsync("one", "one two", "one two three");
        Assert.Equal(["Revision 3", "Revision 2", "Revision 1"], panel.FindAll(".revision-line b").Select(line => line.TextContent));
        Assert.Equal("Revision 2 → 3", panel.Find("h3").TextContent);
        Assert.EndsWith(" three", panel.Find("ins").TextContent, StringComparison.Ordinal);
        Assert.Equal(["+6", "+4", "3 characters"], panel.FindAll(".revision-growth").Select(growth => growth.TextContent));
        Assert.DoesNotContain("Restore revision", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_two_revisions_are_compared_older_first()
    {
        var panel = await OpenAsync("one", "two", "three");
        await panel.FindAll(".revision-pick input")[2].ChangeAsync(new());
        panel.WaitForAssertion(() => Assert.Equal("Revision 1, the first", panel.Find("h3").TextContent));
        await panel.FindAll(".revision-base input")[0].ChangeAsync(new());
        panel.WaitForAssertion(() => Assert.Equal("Revision 1 → 3", panel.Find("h3").TextContent));
        panel.WaitForAssertion(() => Assert.Equal("added: three", panel.Find("ins").TextContent));
    }

    [Fact]
    public async Task Restoring_tells_with_an_undo_that_gives_the_text_back()
    {
        var restored = 0;
        var panel = await OpenAsync(() => restored++, "one", "two");
        await panel.FindAll(".revision-pick input")[1].ChangeAsync(new());
        panel.WaitForElement(".history-actions .btn:not(.ghost)").Click();
        panel.WaitForAssertion(() => Assert.Contains("Restored from 1", panel.Markup, StringComparison.Ordinal));
        panel.WaitForAssertion(() => Assert.Equal(1, restored));
        var toasts = Services.GetRequiredService<Toasts>();
        var toast = Assert.Single(toasts.Shown);
        Assert.Equal(("Revision 1 restored.", "Undo"), (toast.Text, toast.ActionLabel));
        await toasts.RunAsync(toast.Id);
        Assert.Equal(["two", "one", "two", "one"], await TextsAsync());
    }

    [Fact]
    public async Task Deleting_asks_first_and_then_compares_what_is_left()
    {
        var panel = await OpenAsync("one", "two", "three");
        await panel.FindAll(".revision-pick input")[1].ChangeAsync(new());
        panel.WaitForElement(".history-actions .danger").Click();
        Assert.Contains("cannot be undone", panel.Find(".dialog-body:not(:has(.history))").TextContent, StringComparison.Ordinal);
        panel.Find(".dialog-foot .btn.danger").Click();
        panel.WaitForAssertion(() => Assert.Equal(["Revision 3", "Revision 1"], panel.FindAll(".revision-line b").Select(line => line.TextContent)));
    }

    [Fact]
    public async Task A_name_that_is_too_long_stays_in_the_dialog_with_a_sentence()
    {
        var panel = await OpenAsync("one", "two");
        panel.FindAll(".history-actions .btn")[0].Click();
        panel.Find("input[type=text]").Input(new string('x', 101));
        await panel.Find("form").SubmitAsync();
        panel.WaitForAssertion(() => Assert.Contains("at most 100 characters", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        panel.Find("input[type=text]").Input("<b>Sent</b>");
        await panel.Find("form").SubmitAsync();
        panel.WaitForAssertion(() => Assert.Equal("<b>Sent</b>", panel.Find(".revision-name").TextContent));
    }

    [Fact]
    public async Task A_change_in_another_tab_appears_in_the_open_panel()
    {
        var panel = await OpenAsync("one", "two");
        await SaveAsync("three", 2);
        panel.WaitForAssertion(() => Assert.Equal("Revision 3", panel.FindAll(".revision-line b")[0].TextContent));
    }

    [Fact]
    public async Task A_memo_of_somebody_else_shows_nothing()
    {
        await OpenAsync("one");
        var panel = Render<HistoryPanel>(parameters => parameters.Add(panel => panel.MemoId, Guid.NewGuid()));
        panel.WaitForAssertion(() => Assert.Contains("Nothing to show", panel.Markup, StringComparison.Ordinal));
    }

    private Guid _userId;
    private readonly Guid _memoId = Guid.CreateVersion7();

    private Task<IRenderedComponent<HistoryPanel>> OpenAsync(params string[] texts) => OpenAsync(() => { }, texts);

    private async Task<IRenderedComponent<HistoryPanel>> OpenAsync(Action onRestored, params string[] texts)
    {
        Services.AddMemos();
        Services.AddBrowser();
        _userId = (await SignInAsync(database, "ada")).Id;
        for (var number = 0; number < texts.Length; number++) await SaveAsync(texts[number], number);
        var panel = Render<HistoryPanel>(parameters => parameters.Add(panel => panel.MemoId, _memoId).Add(panel => panel.OnRestored, onRestored));
        panel.WaitForElement(".revision");
        panel.WaitForElement(".diff");
        return panel;
    }

    private async Task SaveAsync(string text, int baseRevision) => Assert.IsType<SaveResult.Saved>(
        await Services.GetRequiredService<MemoService>().SaveAsync(_userId, new MemoEdit(_memoId, text, null, false, baseRevision)));

    private async Task<List<string>> TextsAsync()
    {
        var texts = await Services.GetRequiredService<HistoryService>().ReadAsync(_userId, _memoId, [1, 2, 3, 4]);
        return [.. texts.OrderByDescending(text => text.Key).Select(text => text.Value)];
    }
}
