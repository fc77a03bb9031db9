using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Files;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Cards;

namespace Mosaic.Tests.Bots;

/// <summary>Bots taken away as cards: by whom, under which name.</summary>
public sealed class CardHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("png", "image/png")]
    public async Task A_card_comes_as_a_file_with_a_clean_name(string kind, string type)
    {
        var id = await MakeAsync("ada", "../Zoë \"the\nBold\"");
        var answer = await (await app.SignInAsync("ada")).GetAsync($"/bots/{id}/card.{kind}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal($"Zoë-the-Bold.{kind}", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_picture_of_the_bot_is_the_picture_of_its_card()
    {
        var id = await MakeAsync("ada", "Mika");
        using (var picture = new MemoryStream(Samples.Png()))
            Assert.Null(await app.Services.CreateScope().ServiceProvider.GetRequiredService<BotPictures>().ChangeAsync(app.Person("ada").Id, id, "mika.png", picture));
        var bot = (await Bots.FindAsync(app.Person("ada").Id, id))!;
        var bytes = await (await app.SignInAsync("ada")).GetByteArrayAsync($"/bots/{id}/card.png");
        Assert.Equal(CharacterCards.WritePng(BotSheet.Of(bot), Samples.Png()), bytes);
    }

    [Fact]
    public async Task Cards_of_others_of_deleted_bots_and_of_none_are_not_found()
    {
        var id = await MakeAsync("ada", "Mika", isPublic: true);
        foreach (var kind in new[] { "json", "png" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("bob")).GetAsync($"/bots/{id}/card.{kind}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("ada")).GetAsync($"/bots/{Guid.NewGuid()}/card.{kind}")).StatusCode);
        }
        await Bots.DeleteAsync(app.Person("ada").Id, id);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("ada")).GetAsync($"/bots/{id}/card.json")).StatusCode);
    }

    private BotService Bots => app.Services.CreateScope().ServiceProvider.GetRequiredService<BotService>();

    private async Task<Guid> MakeAsync(string owner, string name, bool isPublic = false) =>
        Assert.IsType<BotResult.Saved>(await Bots.MakeAsync(app.Person(owner).Id, new BotSheet { Name = name, IsPublic = isPublic })).Bot.Id;
}
