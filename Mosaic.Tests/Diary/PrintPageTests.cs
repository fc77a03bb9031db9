using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary.Pages;

namespace Mosaic.Tests.Diary;

public sealed class PrintPageTests(TestDatabase database) : DiaryPageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Without_a_range_the_present_month_is_there_from_its_first_day_on()
    {
        await OpenForAsync("pia");
        await WriteAsync(new(2026, 11, 20), "the *second* day", "calm", 7);
        await WriteAsync(new(2026, 11, 2), "the first day");
        await WriteAsync(new(2026, 10, 31), "the month before", "joy", 9);
        var page = Open<PrintPage>("/diary/print");
        page.WaitForElement(".printed-day");
        Assert.Equal("Diary, 1 – 30 November 2026", page.Find("h1").TextContent);
        Assert.StartsWith("2 days of", page.Find(".report header .meta").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Monday 2 November 2026", "Friday 20 November 2026"], page.FindAll(".printed-day h3").Select(day => day.TextContent));
        Assert.Contains("<em>second</em>", page.FindAll(".printed-day")[1].InnerHtml, StringComparison.Ordinal);
        Assert.Contains("7 of 10", page.FindAll(".printed-day")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["calm, 1 day"], page.FindAll(".mood-legend li").Select(item => item.TextContent));
        Assert.DoesNotContain("the month before", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-19", "before the first")]
    [InlineData("2025-01-01", "2026-01-02", "at most 366 days")]
    [InlineData("2026-02-30", "2026-03-01", "no day of a diary")]
    [InlineData("1899-12-31", "1900-01-01", "no day of a diary")]
    [InlineData("2026-11-20", "soon", "no day of a diary")]
    public async Task A_range_that_makes_no_sense_is_answered_by_a_sentence(string from, string to, string sentence)
    {
        await OpenForAsync("paul");
        var page = Open<PrintPage>($"/diary/print?from={from}&to={to}");
        page.WaitForAssertion(() => Assert.Contains(sentence, page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".report"));
        Assert.True(page.FindAll(".print-form button")[1].HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_whole_leap_year_is_not_too_long()
    {
        await OpenForAsync("pam");
        var page = Open<PrintPage>("/diary/print?from=2024-01-01&to=2024-12-31");
        page.WaitForAssertion(() => Assert.Contains("Nothing to print", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Diary, 1 January – 31 December 2024", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task Check_ins_are_printed_when_they_are_asked_for_also_of_days_without_a_page()
    {
        await OpenForAsync("per");
        await WriteAsync(new(2026, 11, 20), "a page", "calm", 7);
        await CheckInAsync(new(2026, 11, 20), "tired", 3, "late");
        await CheckInAsync(new(2026, 11, 21), "joy", 9);
        var without = Open<PrintPage>("/diary/print");
        without.WaitForElement(".printed-day");
        Assert.Single(without.FindAll(".printed-day"));
        Assert.DoesNotContain("late", without.Markup, StringComparison.Ordinal);
        var with = Open<PrintPage>("/diary/print?check-ins=yes");
        with.WaitForElement(".printed-check-ins");
        Assert.Equal(["09:30 tired, 3 of 10: late", "09:30 joy, 9 of 10"], with.FindAll(".printed-check-ins li").Select(item => item.TextContent));
    }

    [Fact]
    public async Task Show_puts_the_days_into_the_address_and_print_asks_the_browser()
    {
        await OpenForAsync("petra");
        await WriteAsync(new(2026, 10, 31), "a page of October");
        var module = JSInterop.SetupModule("./js/diary/print.js");
        module.Mode = JSRuntimeMode.Loose;
        var page = Open<PrintPage>("/diary/print");
        page.WaitForElement(".report");
        page.Find("#print-from").Change("2026-10-01");
        page.Find("#print-to").Change("2026-10-31");
        await page.Find("form").SubmitAsync();
        Assert.EndsWith("/diary/print?from=2026-10-01&to=2026-10-31", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("a page of October", page.Markup, StringComparison.Ordinal));
        await page.FindAll(".print-form button")[1].ClickAsync(new());
        Assert.Single(module.Invocations["print"]);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_can_be_tried_again()
    {
        await OpenForAsync("pim");
        await WriteAsync(Today, "still here");
        DatabaseIsSilent = true;
        var page = Open<PrintPage>("/diary/print");
        page.WaitForAssertion(() => Assert.Contains("could not be read", page.Markup, StringComparison.Ordinal));
        DatabaseIsSilent = false;
        await page.Find(".failed button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("still here", page.Markup, StringComparison.Ordinal));
    }
}
