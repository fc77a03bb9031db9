using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Diary.History;
using Mosaic.Web.Features.Diary.Pages;
using Mosaic.Web.Platform.Browser;

namespace Mosaic.Tests.Diary;

public sealed class DiaryHistoryPageTests(TestDatabase database) : DiaryPageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_newest_revision_stands_first_with_what_changed_in_it()
    {
        await OpenForAsync("hana");
        await ThreeAsync();
        var page = OpenHistory();
        page.WaitForElement(".revision");
        Assert.Equal(["Revision 3", "Revision 2", "Revision 1"], page.FindAll(".revision-line b").Select(line => line.TextContent));
        Assert.All(page.FindAll(".revision .meta"), line => Assert.Contains("You", line.TextContent, StringComparison.Ordinal));
        Assert.Equal("Revision 3", page.Find("h2").TextContent);
        page.WaitForAssertion(() => Assert.EndsWith(" three", page.Find("ins").TextContent, StringComparison.Ordinal));
        Assert.Contains("before: calm, 7 of 10", page.Find(".history-compare .meta").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Restore revision", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_a_revision_is_in_the_address_and_shows_it()
    {
        await OpenForAsync("hugo");
        await ThreeAsync();
        var page = OpenHistory();
        page.WaitForElement(".revision");
        await page.FindAll(".revision-pick input")[2].ChangeAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Revision 1, the first", page.Find("h2").TextContent));
        Assert.EndsWith("?revision=1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("one", page.Find(".diff-text").TextContent);
    }

    [Fact]
    public async Task Restoring_makes_a_new_revision_and_leaves_the_old_ones()
    {
        await OpenForAsync("hedda");
        await ThreeAsync();
        var page = OpenHistory("?revision=1");
        page.WaitForElement(".history-actions .btn").Click();
        page.WaitForAssertion(() => Assert.Equal("Revision 4", page.FindAll(".revision-line b")[0].TextContent));
        Assert.Contains("Restored from 1", page.FindAll(".revision")[0].TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("Revision 4", page.Find("h2").TextContent));
        Assert.Equal(4, page.FindAll(".revision").Count);
        Assert.Equal("one", (await Services.GetRequiredService<DiaryService>().FindAsync(UserId, Today))!.Summary);
        var toasts = Services.GetRequiredService<Toasts>();
        var toast = Assert.Single(toasts.Shown);
        Assert.Equal(("Revision 1 restored.", "Undo"), (toast.Text, toast.ActionLabel));
        await toasts.RunAsync(toast.Id);
        Assert.Equal("one two three", (await Services.GetRequiredService<DiaryService>().FindAsync(UserId, Today))!.Summary);
    }

    [Fact]
    public async Task A_page_changed_meanwhile_is_not_overwritten()
    {
        await OpenForAsync("henk");
        await ThreeAsync();
        var page = OpenHistory("?revision=1");
        page.WaitForElement(".history-actions .btn");
        // Straight into the database, so that the open page is not told.
        await using (var command = Database.Source.CreateCommand("UPDATE diaries SET revision_count = 9 WHERE user_id = $1"))
        {
            command.Parameters.AddWithValue(UserId);
            await command.ExecuteNonQueryAsync();
        }
        page.Find(".history-actions .btn").Click();
        page.WaitForAssertion(() => Assert.Contains("was changed meanwhile", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("one two three", (await Services.GetRequiredService<DiaryService>().FindAsync(UserId, Today))!.Summary);
    }

    [Fact]
    public async Task More_revisions_than_a_list_holds_are_read_on()
    {
        await OpenForAsync("hope");
        for (var number = 0; number <= DiaryHistory.PageSize; number++) await WriteAsync(Today, $"text {number}", baseRevision: number);
        var page = OpenHistory();
        page.WaitForElement(".revision-more").Click();
        page.WaitForAssertion(() => Assert.Equal("Revision 1", page.FindAll(".revision-line b")[^1].TextContent));
        Assert.Empty(page.FindAll(".revision-more"));
        var oldest = OpenHistory("?revision=2");
        oldest.WaitForAssertion(() => Assert.Equal("Revision 2", oldest.Find("h2").TextContent));
        oldest.WaitForAssertion(() => Assert.Contains("1", oldest.Find("ins").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_without_a_page_and_one_of_somebody_else_have_no_history()
    {
        await OpenForAsync("hilda");
        var ada = await MosaicAppCast.FindOrAddAsync(Database, Clock, "ada");
        Assert.IsType<DiaryResult.Saved>(await Services.GetRequiredService<DiaryService>().SaveAsync(ada.Id, new DiaryEdit(Today, 0) { Summary = "of somebody else" }));
        var page = OpenHistory();
        page.WaitForAssertion(() => Assert.Contains("No history", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("somebody else", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_can_be_tried_again()
    {
        await OpenForAsync("hans");
        await ThreeAsync();
        DatabaseIsSilent = true;
        var page = OpenHistory();
        page.WaitForAssertion(() => Assert.Contains("could not be read", page.Markup, StringComparison.Ordinal));
        DatabaseIsSilent = false;
        await page.Find(".failed button").ClickAsync(new());
        page.WaitForElement(".revision");
    }

    private IRenderedComponent<DiaryHistoryPage> OpenHistory(string query = "") =>
        Open<DiaryHistoryPage>($"/diary/{Today:yyyy-MM-dd}/history{query}", page => page.Add(p => p.Day, $"{Today:yyyy-MM-dd}"));

    private async Task ThreeAsync()
    {
        await WriteAsync(Today, "one", "calm", 7);
        await WriteAsync(Today, "one two", "calm", 7, baseRevision: 1);
        await WriteAsync(Today, "one two three", "joy", 9, baseRevision: 2);
    }
}
