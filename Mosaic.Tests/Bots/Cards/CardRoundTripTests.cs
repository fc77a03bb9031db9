using System.Text.Json;
using System.Text.Json.Nodes;
using Mosaic.Data.Bots;
using Mosaic.Tests.Files;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Cards;
using Mosaic.Web.Features.Bots.Personas;
using static Mosaic.Tests.Bots.Cards.CardFixtures;

namespace Mosaic.Tests.Bots.Cards;

public sealed class CardRoundTripTests
{
    private static readonly BotSheet Hostile = BotRules.Clean(new BotSheet
    {
        Name = "\"Quote\\ {{char}}\" </script>",
        Color = 6,
        Description = "مرحبا \u202Eabc <b>not</b> bold",
        PersonalityPrompt = "line one\nline two\t\"quoted\" \\u0000 \\ud800 👩‍🚀",
        Backstory = "</script><script>alert('x')</script>\u2028\u2029\u0001",
        Greeting = "שלום 日本語 ${x} <%= y %>",
        Attributes = [new BotTrait("scenario", "at <home>"), new BotTrait("example", "{{user}}: hi"), new BotTrait("a\"b", "𠮷\uFFFD"), new BotTrait("scenario", "again")],
        Config = new BotConfig { Model = "some/model:7b", Temperature = 0.3f, MaxTokens = 777, MemoryEnabled = false },
        Tags = ["日記", "work/mosaic", "🌊"],
        AutoReply = true,
        IsPublic = true,
        Trigger = new BotTrigger { When = BotTrigger.HasWord, Words = ["/\\d+\"/", "tomato"], Tags = ["work"], MinLength = 40, QuietFrom = new(22, 0), QuietTo = new(7, 30), OncePer = BotTrigger.Revision, DailyCap = 3 },
    });

    [Fact]
    public void Every_persona_comes_back_as_it_went()
    {
        foreach (var sheet in BotGallery.All.Select(BotRules.Clean).Append(Hostile))
        {
            Same(sheet, Card(CharacterCards.WriteJson(sheet)));
            Same(sheet, Card(CharacterCards.WritePng(sheet, null)));
            Same(sheet, Card(CharacterCards.WritePng(sheet, Samples.Png())));
        }
    }

    [Fact]
    public void A_bot_goes_out_in_the_fields_that_every_program_reads()
    {
        var card = JsonNode.Parse(CharacterCards.WriteJson(Hostile))!;
        Assert.Equal(("chara_card_v3", "3.0"), ((string?)card["spec"], (string?)card["spec_version"]));
        var data = card["data"]!;
        Assert.Equal(
            (Hostile.Name, Hostile.Backstory, Hostile.PersonalityPrompt, Hostile.Greeting, Hostile.Description),
            ((string?)data["name"], (string?)data["description"], (string?)data["personality"], (string?)data["first_mes"], (string?)data["creator_notes"]));
        Assert.Equal(("at <home>", "{{user}}: hi"), ((string?)data["scenario"], (string?)data["mes_example"]));
        Assert.Equal(Hostile.Tags, data["tags"]!.AsArray().Select(tag => (string?)tag));
        Assert.Equal(1, (int?)data["extensions"]!["mosaic"]!["version"]);
        foreach (var name in new[] { "system_prompt", "post_history_instructions", "creator", "character_version" }) Assert.Equal("", (string?)data[name]);
        foreach (var name in new[] { "alternate_greetings", "group_only_greetings" }) Assert.Empty(data[name]!.AsArray());
    }

    [Fact]
    public void A_picture_holds_both_versions_once_and_keeps_what_else_is_in_it()
    {
        var before = Png(Text("Chara", V1), Chunk("zTXt", [.. "ccv3\0\0"u8, 1]), Chunk("tEXt", [.. "Author\0somebody"u8]));
        var png = PngFile.Read(CharacterCards.WritePng(Hostile, before))!;
        Assert.Equal(["IHDR", "tEXt", "tEXt", "IDAT", "tEXt", "tEXt", "IEND"], png.Chunks.Select(chunk => chunk.Type));
        Assert.Equal(["Author", "Title", "chara", "ccv3"], png.Chunks.Select(PngText.KeywordOf).OfType<string>());
        var versions = png.Chunks.Where(chunk => PngText.KeywordOf(chunk) is "chara" or "ccv3").Select(chunk => (string?)JsonNode.Parse(CardText.Unwrap(PngText.Read(chunk)!.Value)!)!["spec"]);
        Assert.Equal(["chara_card_v2", "chara_card_v3"], versions);
    }

    [Fact]
    public void What_Mosaic_does_not_know_goes_out_again()
    {
        var sheet = Card("""
            {"spec":"chara_card_v2","spec_version":"2.0","chat":"kept","name":"Old","data":{"name":"Old","description":"d","alternate_greetings":["x"],"character_book":{"entries":[{"keys":["k"],"id":1e2}]},
            "extensions":{"regex_scripts":[1],"deep":{"a":[{"b":null}]}},"mood":{"level":3},"creator_notes":"First.\n\n<b>Second.</b>"}}
            """).Sheet;
        var card = JsonNode.Parse(CharacterCards.WriteJson(sheet with { Name = "New", Backstory = "e" }))!;
        var data = card["data"]!;
        Assert.Equal(("kept", "New", "New", "e"), ((string?)card["chat"], (string?)card["name"], (string?)data["name"], (string?)data["description"]));
        Assert.Equal("First.\n\n<b>Second.</b>", (string?)data["creator_notes"]);
        Assert.Equal("""["x"]""", data["alternate_greetings"]!.ToJsonString());
        Assert.Equal("""{"entries":[{"keys":["k"],"id":1e2}]}""", data["character_book"]!.ToJsonString());
        Assert.Equal("""{"a":[{"b":null}]}""", data["extensions"]!["deep"]!.ToJsonString());
        Assert.Equal("""{"level":3}""", data["mood"]!.ToJsonString());
        Assert.Equal("New", Card(CharacterCards.WriteJson(sheet with { Name = "New" })).Sheet.Name);
    }

    [Fact]
    public void What_was_cut_goes_out_whole()
    {
        var long1 = new string('x', 30_000);
        var sheet = Card(V1.Replace("Curious and calm.", long1, StringComparison.Ordinal)).Sheet;
        var data = JsonNode.Parse(CharacterCards.WriteJson(sheet with { Greeting = "Other" }))!["data"]!;
        Assert.Equal((long1, "Other", "Ada grew up by the sea."), ((string?)data["personality"], (string?)data["first_mes"], (string?)data["description"]));
    }

    [Theory]
    [InlineData("version", "2")]
    [InlineData("version", "\"x\"")]
    [InlineData("name", "\"\"")]
    [InlineData("color", "7")]
    [InlineData("color", "1.5")]
    [InlineData("attributes", "5")]
    [InlineData("config", "{\"temperature\":1e60}")]
    [InlineData("trigger", "{\"when\":\"never\"}")]
    [InlineData("trigger", "{\"when\":null}")]
    [InlineData("trigger", "{\"words\":[\"/(a+)+$/\"]}")]
    [InlineData("trigger", "{\"quietFrom\":\"25:00\"}")]
    [InlineData("tags", "[\"no tag\"]")]
    public void A_bot_of_Mosaic_that_is_not_valid_is_read_as_any_card(string field, string value)
    {
        var card = JsonNode.Parse(CharacterCards.WriteJson(Hostile))!;
        card["data"]!["extensions"]!["mosaic"]![field] = JsonNode.Parse(value);
        var sheet = Card(card.ToJsonString()).Sheet;
        Assert.Equal((Hostile.Name, 1, new BotTrigger().When), (sheet.Name, sheet.Color, sheet.Trigger.When));
        Assert.Equal(Hostile.Greeting, sheet.Greeting);
    }

    [Theory]
    [InlineData("attributes", "null")]
    [InlineData("attributes", "[null,{\"key\":null,\"value\":\"x\"},{\"key\":\"k\"}]")]
    [InlineData("tags", "[null]")]
    [InlineData("config", "null")]
    [InlineData("trigger", "{\"words\":null,\"tags\":[null]}")]
    public void What_is_missing_of_a_bot_of_Mosaic_is_as_in_a_new_one(string field, string value)
    {
        var card = JsonNode.Parse(CharacterCards.WriteJson(Hostile))!;
        card["data"]!["extensions"]!["mosaic"]![field] = JsonNode.Parse(value);
        Assert.Equal(6, Card(card.ToJsonString()).Sheet.Color);
    }

    [Fact]
    public void Without_a_picture_that_can_be_read_a_plain_one_is_drawn_which_is_nobodys_face()
    {
        foreach (var picture in new[] { [], Samples.Jpeg(), Samples.Png()[..^12], [.. PngFile.Signature], Chunk("IEND", []) })
        {
            var png = CharacterCards.WritePng(Hostile, picture);
            Assert.Equal(600, png[22] * 256 + png[23]);
            Assert.Null(Card(png).Picture);
        }
    }

    [Fact]
    public void What_would_be_too_large_to_be_read_again_gives_up_the_older_version_and_then_the_picture()
    {
        var noise = new byte[2_000_000];
        new Random(1).NextBytes(noise);
        var picture = Png(Chunk("prVt", noise));
        var sheet = Hostile with { Card = V2.Replace("\"extensions\":{}", $"\"extensions\":{{\"x\":\"{new string('x', 1_500_000)}\"}}", StringComparison.Ordinal) };
        var png = CharacterCards.WritePng(sheet, picture);
        Assert.Equal(["Title", "ccv3"], PngFile.Read(png)!.Chunks.Select(PngText.KeywordOf).OfType<string>());
        Same(sheet, Card(png));
        Same(sheet, Card(CharacterCards.WritePng(sheet with { Card = sheet.Card.Replace("xxx", "xxxxxx", StringComparison.Ordinal) }, picture)));
    }

    /// <summary>All but whether it replies by itself and is offered to others, which no card decides.</summary>
    private static void Same(BotSheet sheet, CardReading.Read card)
    {
        Assert.Equal(Plain(sheet with { AutoReply = false, IsPublic = false, Card = null }), Plain(card.Sheet with { Card = null }));
        Assert.False(card.Sheet.AutoReply || card.Sheet.IsPublic);
    }

    private static string Plain(BotSheet sheet) => JsonSerializer.Serialize(sheet);
}
