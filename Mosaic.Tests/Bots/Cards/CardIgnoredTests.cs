using System.Text.Json;
using System.Text.Json.Nodes;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Cards;
using static Mosaic.Tests.Bots.Cards.CardFixtures;

namespace Mosaic.Tests.Bots.Cards;

public sealed class CardIgnoredTests
{
    [Fact]
    public void What_is_kept_and_not_used_is_told() => Assert.Equal(
        [
            "The system prompt: here the house decides how bots are asked.",
            "The instructions that go behind a conversation.",
            "2 other greetings.",
            "The character book with 1 entry.",
            "3 assets, such as pictures and sounds.",
            "1 greeting for groups.",
            "Scripts, which never run here: regex_scripts, TavernHelper.",
            "Extensions: fav, depth_prompt.",
            "Fields that Mosaic does not know: chat, mood.",
        ],
        Ignored("""
            {"spec":"chara_card_v3","spec_version":"3.0","chat":"c","name":"A","avatar":"","data":{"name":"A","description":"","system_prompt":"You are","post_history_instructions":"Go on",
            "alternate_greetings":["b","c",""],"character_book":{"entries":[{"keys":["x"]}]},"assets":[{"uri":"a"},{"uri":"b"},{"uri":"c"}],"group_only_greetings":["g"],"creator":"me","nickname":"Nick",
            "extensions":{"regex_scripts":[{"find":"a"}],"fav":true,"TavernHelper":{"scripts":[1]},"empty":{},"depth_prompt":{"depth":4}},"mood":"good","nothing":null,"none":[],"blank":" "}}
            """));

    [Fact]
    public void Of_very_many_unknown_fields_twenty_are_shown()
    {
        var card = JsonNode.Parse(V1)!.AsObject();
        for (var number = 1; number <= 30; number++) card[$"field {number}"] = number;
        Assert.EndsWith("field 20 and 10 more.", Assert.Single(Ignored(card.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_of_the_wrong_kind_are_left_out_and_told()
    {
        var (sheet, _, ignored) = Card("""
            {"spec":"chara_card_v2","data":{"name":7,"description":{"a":1},"personality":true,"scenario":12.50,"first_mes":["x"],"mes_example":null,"creator_notes":[],"tags":{"a":"b"},"extensions":[1],
            "alternate_greetings":"x","character_book":"y","assets":5}}
            """);
        Assert.Equal(("7", "", "", ""), (sheet.Name, sheet.Backstory, sheet.PersonalityPrompt, sheet.Greeting));
        Assert.Equal([new BotTrait("scenario", "12.50")], sheet.Attributes);
        foreach (var name in new[] { "description", "personality", "first_mes", "creator_notes", "tags", "extensions" })
            Assert.Contains(ignored, sentence => sentence.StartsWith($"The field {name} is no ", StringComparison.Ordinal));
    }

    [Fact]
    public void Tags_in_one_text_are_taken_apart() => Assert.Equal(["sea", "calm"], Card(V2.Replace("""["sea","science fiction","Calm"]""", "\"sea, Calm,,sea\"", StringComparison.Ordinal)).Sheet.Tags);

    [Fact]
    public void Texts_beyond_the_limits_are_cut_at_a_whole_character_and_told()
    {
        var family = "👨‍👩‍👧"; // one character of eight code units
        var card = JsonNode.Parse(V2)!;
        var data = card["data"]!;
        data["name"] = new string('n', 101);
        foreach (var name in new[] { "description", "personality", "first_mes", "scenario", "mes_example" }) data[name] = string.Concat(Enumerable.Repeat(family, 2_501));
        data["tags"] = new JsonArray([.. Enumerable.Range(1, 25).Select(number => JsonValue.Create($"tag-{number}"))]);
        var (sheet, _, ignored) = Card(card.ToJsonString());
        Assert.Equal(100, sheet.Name.Length);
        Assert.All([sheet.Backstory, sheet.PersonalityPrompt, sheet.Greeting], text => Assert.Matches($"^(?:{family})+…$", text));
        Assert.InRange(sheet.Backstory.Length, Bot.MaxText - 10, Bot.MaxText);
        Assert.Equal("scenario", Assert.Single(sheet.Attributes).Key);
        Assert.Contains("The backstory is longer than 20,000 characters; the rest is kept with the card.", ignored);
        Assert.Contains("The example of a conversation is longer than 2,000 characters; it is kept with the card.", ignored);
        Assert.Contains("Tags that do not fit here: tag-21, tag-22, tag-23, tag-24, tag-25.", ignored);
        Assert.Equal(7, ignored.Count);
        Assert.Null(BotRules.Refuse(sheet));
        using var kept = JsonDocument.Parse(sheet.Card!);
        Assert.Equal(2_501 * family.Length, kept.RootElement.GetProperty("data").GetProperty("mes_example").GetString()!.Length);
    }

    [Fact]
    public void A_card_without_a_name_gets_one()
    {
        var (sheet, _, ignored) = Card(V2.Replace("Ada Fern", "  ", StringComparison.Ordinal));
        Assert.Equal("Unnamed character", sheet.Name);
        Assert.Contains("The card has no name.", ignored);
    }

    [Fact]
    public void Marks_in_a_name_stay_as_written() => Assert.Equal("{{user}}'s {{char}}", Card(V1.Replace("Ada Fern", "{{user}}'s {{char}}", StringComparison.Ordinal)).Sheet.Name);

    private static IReadOnlyList<string> Ignored(string json) => Assert.IsType<CardReading.Read>(CharacterCards.Read(Utf8(json))).Ignored;
}
