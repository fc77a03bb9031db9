using Bunit;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary.Pages;

namespace Mosaic.Tests.Diary;

public sealed class MonthPageTests(TestDatabase database) : DiaryPageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Each_day_is_a_tile_with_its_mood_as_a_word_and_its_strength()
    {
        await OpenForAsync("mona");
        await WriteAsync(Today.AddDays(-7), "A calm Friday.", "calm", 8);
        await WriteAsync(Today.AddDays(-8), "No words for it.", null, 3);
        var page = Open<MonthPage>("/diary");
        page.WaitForElement(".day-tile");
        Assert.Equal(30, page.FindAll(".day-tile").Count);
        var calm = page.Find("[data-day='2026-11-20']");
        Assert.Equal("Friday 20 November, calm, 8 of 10, page", Said(calm));
        Assert.Contains("--mood: var(--m-mood-calm); --strength: 52%", calm.GetAttribute("style"), StringComparison.Ordinal);
        Assert.Equal("calm", calm.QuerySelector(".word")!.TextContent);
        Assert.Equal("Thursday 19 November, 3 of 10, page", Said(page.Find("[data-day='2026-11-19']")));
        Assert.Equal("Saturday 21 November, nothing", Said(page.Find("[data-day='2026-11-21']")));
        // The last page comes after the tiles.
        page.WaitForAssertion(() => Assert.Equal("2026-11-20", page.Find("[data-grid] > [tabindex='0']").GetAttribute("data-day")));
        Assert.Equal("November 2026", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task The_last_page_of_the_month_is_shown_below_and_the_address_chooses_another()
    {
        await OpenForAsync("milo");
        await WriteAsync(new DateOnly(2026, 10, 3), "The third.");
        await WriteAsync(new DateOnly(2026, 10, 9), "The ninth.");
        var page = Open<MonthPage>("/diary?month=2026-10");
        page.WaitForElement(".diary-page .markdown");
        Assert.Contains("The ninth.", page.Find(".diary-page").TextContent, StringComparison.Ordinal);
        Assert.Equal("date", page.Find("[data-day='2026-10-09']").GetAttribute("aria-current"));
        var other = Open<MonthPage>("/diary?day=2026-10-03");
        other.WaitForElement(".diary-page .markdown");
        Assert.Contains("The third.", other.Find(".diary-page").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/diary?month=2026-99")]
    [InlineData("/diary?day=tomorrow")]
    [InlineData("/diary?day=0001-01-01")]
    public async Task An_address_that_makes_no_sense_shows_this_month(string address)
    {
        await OpenForAsync("nono" + address.Length);
        var page = Open<MonthPage>(address);
        page.WaitForElement(".day-tile");
        Assert.Equal("November 2026", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task The_line_of_the_last_days_has_its_numbers_beside_it_and_is_not_there_for_fewer_than_eight()
    {
        await OpenForAsync("lina");
        for (var back = 1; back <= 7; back++) await WriteAsync(Today.AddDays(-back), "words", null, back);
        var few = Open<MonthPage>("/diary");
        few.WaitForElement(".mood-small");
        Assert.Equal("7 of 8 days: with fewer there is no line.", few.Find(".mood-small .hint").TextContent);
        await WriteAsync(Today.AddDays(-8), "words", null, 8);
        var page = Open<MonthPage>("/diary");
        page.WaitForElement(".small-line");
        Assert.Equal("Scores of 8 days, from 1 to 8 of 10", page.Find(".small-line").GetAttribute("aria-label"));
        Assert.Equal(["8", "7", "6", "5", "4", "3", "2", "1"], page.FindAll(".small-figure td").Select(cell => cell.TextContent));
        Assert.Equal(2, page.FindAll(".picture-export button").Count);
    }

    private static string Said(AngleSharp.Dom.IElement tile) => tile.QuerySelector(".sr-only")!.TextContent;

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_asked_again()
    {
        await OpenForAsync("dora");
        DatabaseIsSilent = true;
        var page = Open<MonthPage>("/diary");
        page.WaitForElement(".blank.failed");
        DatabaseIsSilent = false;
        page.Find(".blank.failed .btn").Click();
        page.WaitForElement(".day-tile");
    }
}
