using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots.Cards;
using Mosaic.Web.Features.Bots.Pages;
using Mosaic.Web.Features.Bots.Personas;

namespace Mosaic.Tests.Bots;

/// <summary>Ways to a new bot, and what does not become one.</summary>
public sealed class NewBotPageTests(TestDatabase database) : BotPageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_persona_of_the_gallery_becomes_ones_own_and_its_page_opens()
    {
        await OpenForAsync("nb1");
        var page = Render<NewBotPage>();
        page.WaitForElement(".bot-gallery button");
        await page.InvokeAsync(() => page.Find(".bot-gallery button").Click());
        page.WaitForAssertion(() => Assert.StartsWith("/bots/0", Address, StringComparison.Ordinal));
        var bot = Assert.Single(await Bots.ListAsync(UserId));
        Assert.Equal((BotGallery.All[0].Name, $"/bots/{bot.Id}"), (bot.Name, Address));
        var said = Assert.Single(Toasts.Shown).Text;
        Assert.Equal(bot.AutoReply, said.Contains("reads along now", StringComparison.Ordinal));
        Assert.Contains("Change here", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blank_is_a_link_to_a_page_of_its_own()
    {
        await OpenForAsync("nb2");
        var page = Render<NewBotPage>();
        Assert.Contains("Start from blank", page.WaitForElement("a[href='/bots/new/blank']").TextContent, StringComparison.Ordinal);
        Assert.Empty(await Bots.ListAsync(UserId));
    }

    [Fact]
    public async Task A_file_that_is_no_card_is_refused_in_a_sentence_and_makes_nothing()
    {
        await OpenForAsync("nb3");
        var page = Render<NewBotPage>();
        page.WaitForElement("input[type=file]");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("shopping: beans", "list.json"));
        page.WaitForAssertion(() => Assert.Equal(Assert.IsType<CardReading.Refused>(CharacterCards.Read("shopping: beans"u8.ToArray())).Sentence, page.Find(".bot-starts [role=alert]").TextContent));
        Assert.Empty(await Bots.ListAsync(UserId));
        Assert.Equal("/", Address);
    }

    [Fact]
    public async Task A_file_over_5_MB_is_refused_before_it_is_read()
    {
        await OpenForAsync("nb4");
        var page = Render<NewBotPage>();
        page.WaitForElement("input[type=file]");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(new byte[CharacterCards.MaxLength + 1], "card.png"));
        page.WaitForAssertion(() => Assert.Contains("at most 5 MB", page.Find(".bot-starts [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(await Bots.ListAsync(UserId));
    }

    [Fact]
    public async Task A_silent_database_is_said_and_the_gallery_stays()
    {
        await OpenForAsync("nb5");
        var page = Render<NewBotPage>();
        page.WaitForElement(".bot-gallery button");
        DatabaseIsSilent = true;
        await page.InvokeAsync(() => page.Find(".bot-gallery button").Click());
        page.WaitForAssertion(() => Assert.Contains("nothing was made", page.Find(".bot-starts [role=alert]").TextContent, StringComparison.Ordinal));
        DatabaseIsSilent = false;
        await page.InvokeAsync(() => page.Find(".bot-gallery button").Click());
        page.WaitForAssertion(() => Assert.StartsWith("/bots/0", Address, StringComparison.Ordinal));
    }
}
