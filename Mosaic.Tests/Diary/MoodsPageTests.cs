using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Features.Diary.Pages;

namespace Mosaic.Tests.Diary;

public sealed class MoodsPageTests(TestDatabase database) : DiaryPageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_given_moods_are_there_and_fixed()
    {
        await OpenForAsync("mia");
        var page = Open<MoodsPage>("/diary/moods");
        page.WaitForElement("[aria-labelledby=given-title] .row");
        Assert.Equal(8, page.FindAll("[aria-labelledby=given-title] .row").Count);
        Assert.Empty(page.FindAll("[aria-labelledby=given-title] button"));
        Assert.Contains("None yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mood_is_added_with_its_name_level_and_colour()
    {
        await OpenForAsync("max");
        var page = Open<MoodsPage>("/diary/moods");
        await FillAsync(page, "[aria-labelledby=new-title]", "brisk", "5", "#12AB34");
        page.WaitForAssertion(() => Assert.Contains("brisk", page.Find(".own-mood").TextContent, StringComparison.Ordinal));
        Assert.Contains("very good", page.Find(".own-mood").TextContent, StringComparison.Ordinal);
        var mood = (await Services.GetRequiredService<MoodService>().ListAsync(UserId)).Single(mood => mood.UserId == UserId);
        Assert.Equal(("brisk", "#12ab34", (short)5), (mood.Name, mood.Color, mood.Level));
        Assert.Equal("", page.Find("[aria-labelledby=new-title] input").GetAttribute("value"));
    }

    [Theory]
    [InlineData("  ", "1 to 40 characters")]
    [InlineData("Joy", "of this name already")]
    public async Task A_name_that_cannot_be_is_refused_and_stays_to_be_changed(string name, string sentence)
    {
        await OpenForAsync("moe");
        var page = Open<MoodsPage>("/diary/moods");
        await FillAsync(page, "[aria-labelledby=new-title]", name, "3", "#000000");
        page.WaitForAssertion(() => Assert.Contains(sentence, page.Find("[aria-labelledby=new-title] [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(name, page.Find("[aria-labelledby=new-title] input").GetAttribute("value"));
        Assert.Empty(page.FindAll(".own-mood"));
    }

    [Fact]
    public async Task Changing_a_mood_keeps_its_key()
    {
        await OpenForAsync("may");
        var key = await InventAsync("brisk", "#12ab34");
        var page = Open<MoodsPage>("/diary/moods");
        page.WaitForElement("[aria-label='Change brisk']").Click();
        Assert.Equal("brisk", page.WaitForElement("[aria-labelledby=own-title] input").GetAttribute("value"));
        await FillAsync(page, "[aria-labelledby=own-title]", "lively", "4", "#12ab34");
        page.WaitForElement("[aria-label='Change lively']");
        Assert.Equal("lively", (await Services.GetRequiredService<MoodService>().ListAsync(UserId)).Single(mood => mood.Key == key).Name);
    }

    [Fact]
    public async Task Deleting_asks_first_and_says_what_becomes_of_days()
    {
        await OpenForAsync("meg");
        await InventAsync("brisk", "#12ab34");
        var page = Open<MoodsPage>("/diary/moods");
        page.WaitForElement("[aria-label='Delete brisk']").Click();
        Assert.Contains("another mood", page.Find("dialog").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".own-mood"));
        page.Find(".dialog-foot .btn.danger").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".own-mood")));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_can_be_tried_again()
    {
        await OpenForAsync("mats");
        DatabaseIsSilent = true;
        var page = Open<MoodsPage>("/diary/moods");
        page.WaitForAssertion(() => Assert.Contains("could not be read", page.Markup, StringComparison.Ordinal));
        DatabaseIsSilent = false;
        await page.Find(".failed button").ClickAsync(new());
        page.WaitForElement("[aria-labelledby=given-title] .row");
        DatabaseIsSilent = true;
        await FillAsync(page, "[aria-labelledby=new-title]", "brisk", "3", "#000000");
        page.WaitForAssertion(() => Assert.Contains("nothing was saved", page.Find("[aria-labelledby=new-title] [role=alert]").TextContent, StringComparison.Ordinal));
    }

    private static Task FillAsync(IRenderedComponent<MoodsPage> page, string part, string name, string level, string color)
    {
        page.WaitForElement($"{part} input").Change(name);
        page.Find($"{part} select").Change(level);
        page.Find($"{part} input[type=color]").Change(color);
        return page.Find($"{part} form").SubmitAsync();
    }
}
