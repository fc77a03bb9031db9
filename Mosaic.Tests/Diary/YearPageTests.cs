using Bunit;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary.Pages;

namespace Mosaic.Tests.Diary;

public sealed class YearPageTests(TestDatabase database) : DiaryPageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_day_is_a_link_that_says_its_mood_and_the_legend_counts_them()
    {
        await OpenForAsync("yara");
        var brisk = await InventAsync("brisk", "#12ab34");
        await WriteAsync(new(2026, 3, 3), "spring", "joy", 8);
        await WriteAsync(new(2026, 3, 4), "spring again", "joy", 7);
        await WriteAsync(new(2026, 5, 1), "a walk", brisk, 6);
        var page = Open<YearPage>("/diary/year?year=2026");
        var day = page.WaitForElement("a[data-day='2026-03-03']");
        Assert.Equal(("/diary/2026-03-03", "3 March: joy, 8"), (day.GetAttribute("href"), day.GetAttribute("aria-label")));
        Assert.Equal("#12ab34", page.Find("a[data-day='2026-05-01'] rect").GetAttribute("fill"));
        Assert.Equal("var(--m-mood-joy)", day.QuerySelector("rect")!.GetAttribute("fill"));
        Assert.Equal(["joy, 2 days", "brisk, 1 day"], page.FindAll(".mood-legend li").Select(item => item.TextContent));
        Assert.Equal(["3 March", "joy", "8"], page.Find("tbody tr").Children.Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task One_day_is_reached_by_tab_and_days_to_come_lead_nowhere()
    {
        await OpenForAsync("yves");
        await WriteAsync(new(2026, 3, 3), "spring", "joy", 8);
        var page = Open<YearPage>("/diary/year");
        page.WaitForElement("a[data-day]");
        Assert.Equal(["2026-03-03"], page.FindAll("a[data-day][tabindex='0']").Select(day => day.GetAttribute("data-day")));
        Assert.Equal("2026-11-27", page.FindAll("a[data-day]")[^1].GetAttribute("data-day"));
        Assert.Equal(365, page.FindAll(".year-pixels > svg rect").Count);
    }

    [Fact]
    public async Task A_year_without_a_mood_says_so_and_years_lead_on_up_to_the_present()
    {
        await OpenForAsync("yoko");
        var page = Open<YearPage>("/diary/year?year=2024");
        page.WaitForAssertion(() => Assert.Contains("No mood in 2024", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["/diary/year?year=2023", "/diary/year?year=2025"], page.FindAll("a.ico").Select(link => link.GetAttribute("href")));
        var present = Open<YearPage>("/diary/year?year=once");
        present.WaitForAssertion(() => Assert.Equal("2026", present.Find("h1").TextContent));
        Assert.Equal(["/diary/year?year=2025"], present.FindAll("a.ico").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_can_be_tried_again()
    {
        await OpenForAsync("ylva");
        await WriteAsync(new(2026, 3, 3), "spring", "joy", 8);
        DatabaseIsSilent = true;
        var page = Open<YearPage>("/diary/year");
        page.WaitForAssertion(() => Assert.Contains("could not be read", page.Markup, StringComparison.Ordinal));
        DatabaseIsSilent = false;
        await page.Find(".failed button").ClickAsync(new());
        page.WaitForElement("a[data-day='2026-03-03']");
    }

    [Fact]
    public async Task The_picture_is_saved_by_one_call_in_the_browser()
    {
        await OpenForAsync("yuri");
        await WriteAsync(new(2026, 3, 3), "spring", "joy", 8);
        var module = JSInterop.SetupModule("./js/diary/export.js");
        module.Mode = JSRuntimeMode.Loose;
        var page = Open<YearPage>("/diary/year");
        page.WaitForElement(".picture-export button");
        await page.FindAll(".picture-export button")[1].ClickAsync(new());
        var call = Assert.Single(module.Invocations["save"]);
        Assert.Equal(["png", "mosaic-mood-2026"], call.Arguments.Skip(1));
    }
}
