using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary.Pages;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Tests.Diary;

public sealed class TrendsPageTests(TestDatabase database) : DiaryPageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Seven_days_show_nothing_but_how_many_there_are_and_are_needed()
    {
        await OpenForAsync("tara");
        await WriteDaysAsync(7, "joy");
        var page = Open<TrendsPage>("/diary/trends");
        page.WaitForAssertion(() => Assert.Contains("7 of 8 days", page.Markup, StringComparison.Ordinal));
        Assert.Contains("7 days of this range have a mood. Trends are shown from 8 on.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("figure"));
        Assert.Empty(page.FindAll("table"));
        Assert.DoesNotContain("Days in a row", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_days_say_on_what_they_rest_and_show_all_pictures()
    {
        await OpenForAsync("theo");
        var brisk = await InventAsync("brisk", "#12ab34");
        await WriteDaysAsync(8, brisk);
        var page = Open<TrendsPage>("/diary/trends");
        page.WaitForElement(".rests");
        Assert.Equal("Rests on 8 days with a mood between 20 Nov and 27 Nov.", page.Find(".rests").TextContent);
        Assert.Equal(["Mood over time", "Share of moods", "By weekday"], page.FindAll("figcaption").Select(caption => caption.TextContent));
        Assert.Equal("#12ab34", page.Find(".mood-shares > svg rect").GetAttribute("fill"));
        Assert.Equal("brisk 100%", page.Find(".mood-legend li").TextContent);
        // Bars are of ten: a mean of less is lower than the picture.
        Assert.All(page.FindAll("[aria-label='By weekday'] svg[role=img] rect"), bar => Assert.NotEqual("120", bar.GetAttribute("height")));
        Assert.Contains("Shown from 8 days with a check-in on.", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["8 days", "8 days"], page.FindAll("[aria-labelledby=streak-title] .row > :last-child").Select(days => days.TextContent));
    }

    [Fact]
    public async Task The_range_leaves_older_days_out_and_is_in_the_address()
    {
        await OpenForAsync("tess");
        await WriteDaysAsync(6, "joy");
        await WriteDaysAsync(6, "calm", Today.AddDays(-60));
        var month = Open<TrendsPage>("/diary/trends?days=30");
        month.WaitForAssertion(() => Assert.Contains("6 of 8 days", month.Markup, StringComparison.Ordinal));
        Assert.Equal("30 days", month.Find("[aria-label='Which days'] [aria-current]").TextContent);
        var usual = Open<TrendsPage>("/diary/trends");
        usual.WaitForAssertion(() => Assert.StartsWith("Rests on 12 days with a mood between 23 Sep", usual.Find(".rests").TextContent, StringComparison.Ordinal));
        Assert.Equal("90 days", usual.Find("[aria-label='Which days'] [aria-current]").TextContent);
    }

    [Fact]
    public async Task All_days_begin_with_the_first_and_name_their_years()
    {
        await OpenForAsync("tom");
        await WriteDaysAsync(8, "joy", new DateOnly(2019, 6, 8));
        await WriteDaysAsync(1, "calm");
        var page = Open<TrendsPage>("/diary/trends?days=all");
        page.WaitForAssertion(() => Assert.Equal("Rests on 9 days with a mood between 1 Jun 2019 and 27 Nov 2026.", page.Find(".rests").TextContent));
    }

    [Fact]
    public async Task Tags_and_moods_of_the_same_days_are_counted_and_no_cause_is_claimed()
    {
        await OpenForAsync("tina");
        await WriteDaysAsync(8, "calm");
        for (var i = 0; i < 4; i++)
            await Services.GetRequiredService<MemoService>().SaveAsync(UserId, new MemoEdit(Guid.CreateVersion7(), "dug #garden", [], false, 0) { CreatedAt = Clock.GetUtcNow().AddDays(-i) });
        var page = Open<TrendsPage>("/diary/trends");
        page.WaitForAssertion(() => Assert.Equal(["#garden", "calm", "4"], page.Find("[aria-labelledby=together-title] tbody tr").Children.Select(cell => cell.TextContent)));
        Assert.Contains("Not a cause.", page.Find("[aria-labelledby=together-title]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_can_be_tried_again()
    {
        await OpenForAsync("tove");
        DatabaseIsSilent = true;
        var page = Open<TrendsPage>("/diary/trends");
        page.WaitForAssertion(() => Assert.Contains("could not be read", page.Markup, StringComparison.Ordinal));
        DatabaseIsSilent = false;
        await page.Find(".failed button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("0 of 8 days", page.Markup, StringComparison.Ordinal));
    }

    private async Task WriteDaysAsync(int count, string mood, DateOnly? last = null)
    {
        for (var i = 0; i < count; i++) await WriteAsync((last ?? Today).AddDays(-i), "a day", mood, 5 + i % 3);
    }
}
