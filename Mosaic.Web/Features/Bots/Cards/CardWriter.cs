using System.Text.Json.Nodes;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>A bot as the JSON of a card, over the card it came from: what Mosaic does not know stays, what nobody changed stays as it was written.</summary>
internal static class CardWriter
{
    private static readonly string[] EmptyTexts = ["name", "description", "personality", "scenario", "first_mes", "mes_example", "creator_notes", "system_prompt", "post_history_instructions", "creator", "character_version"];
    private static readonly string[] EmptyLists = ["alternate_greetings", "tags", "group_only_greetings"];

    /// <summary>As version 3, or with <paramref name="isThird"/> false as version 2.</summary>
    public static JsonObject Write(BotSheet sheet, bool isThird)
    {
        var card = sheet.Card is { } kept && CardJson.Parse(kept) is JsonObject original && CardObject.Fields(original) is not null ? original : [];
        var before = CardObject.Fields(card);
        var data = before is null ? [] : ReferenceEquals(before, card) ? Flat(card) : before;
        var changes = Changes(sheet, data, before is null).ToList();
        foreach (var (name, value) in changes)
        {
            data[name] = value;
            // Programs that know version 1 alone read the copies beside the data.
            if (card.ContainsKey(name)) card[name] = value.DeepClone();
        }
        foreach (var name in EmptyTexts) data[name] ??= "";
        foreach (var name in EmptyLists) data[name] ??= new JsonArray();
        if (data["extensions"] is not JsonObject extensions) data["extensions"] = extensions = [];
        extensions[MosaicExtension.Name] = MosaicExtension.Write(sheet);
        (card["spec"], card["spec_version"]) = isThird ? ("chara_card_v3", "3.0") : ("chara_card_v2", "2.0");
        if (data.Parent is null) card["data"] = data;
        return card;
    }

    // Of version 1: the fields move where later versions have them.
    private static JsonObject Flat(JsonObject card)
    {
        var data = new JsonObject();
        foreach (var name in EmptyTexts.Concat(EmptyLists))
            if (card[name] is { } value) data[name] = value.DeepClone();
        return data;
    }

    private static IEnumerable<(string Name, JsonNode Value)> Changes(BotSheet sheet, JsonObject data, bool isNew)
    {
        var before = CardMapping.Map(new CardFields(data, []), []);
        if (isNew || sheet.Name != before.Name) yield return ("name", sheet.Name);
        if (sheet.Description != before.Description) yield return ("creator_notes", sheet.Description);
        if (sheet.PersonalityPrompt != before.PersonalityPrompt) yield return ("personality", sheet.PersonalityPrompt);
        if (sheet.Backstory != before.Backstory) yield return ("description", sheet.Backstory);
        if (sheet.Greeting != before.Greeting) yield return ("first_mes", sheet.Greeting);
        foreach (var (name, key) in new[] { ("scenario", CardMapping.Scenario), ("mes_example", CardMapping.Example) })
            if (Value(sheet, key) is var value && value != Value(before, key)) yield return (name, value);
        if (!sheet.Tags.SequenceEqual(before.Tags)) yield return ("tags", new JsonArray([.. sheet.Tags.Select(tag => JsonValue.Create(tag))]));
    }

    private static string Value(BotSheet sheet, string key) => sheet.Attributes.FirstOrDefault(trait => trait.Key == key)?.Value ?? "";
}
