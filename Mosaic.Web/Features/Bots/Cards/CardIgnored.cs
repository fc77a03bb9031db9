using System.Globalization;
using System.Text.Json.Nodes;
using Mosaic.Web.Features.Bots.Triggers;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>Says what of a card Mosaic keeps and does not use.</summary>
internal static class CardIgnored
{
    private const int MostNames = 20, LongestName = 40;

    private static readonly HashSet<string> Used =
        ["name", "description", "personality", "scenario", "first_mes", "mes_example", "creator_notes", "tags", "spec", "spec_version", "data"];

    // Who made it, when and from what: it goes along and does nothing.
    private static readonly HashSet<string> GoingAlong =
        ["creator", "character_version", "nickname", "source", "creation_date", "modification_date", "creator_notes_multilingual"];

    private static readonly (string Name, Func<JsonNode, string> Say)[] Told =
    [
        ("system_prompt", _ => "The system prompt: here the house decides how bots are asked."),
        ("post_history_instructions", _ => "The instructions that go behind a conversation."),
        ("alternate_greetings", value => $"{Number(CardFields.Count(value), "other greeting", "other greetings")}."),
        ("character_book", value => $"The character book with {Number(CardFields.Count((value as JsonObject)?["entries"]), "entry", "entries")}."),
        ("assets", value => $"{Number(CardFields.Count(value), "asset", "assets")}, such as pictures and sounds."),
        ("group_only_greetings", value => $"{Number(CardFields.Count(value), "greeting", "greetings")} for groups."),
    ];

    /// <summary>Sentences for people, of what is there and not empty.</summary>
    public static IEnumerable<string> Of(JsonObject card, JsonObject fields)
    {
        foreach (var (name, say) in Told)
            if (fields[name] is { } value && !CardFields.IsEmpty(value)) yield return say(value);
        var extensions = (fields["extensions"] as JsonObject)?.Where(field => field.Key != MosaicExtension.Name && !CardFields.IsEmpty(field.Value)).Select(field => field.Key).ToLookup(IsScript);
        if (extensions?[true].Any() is true) yield return $"Scripts, which never run here: {List(extensions[true], MostNames)}.";
        if (extensions?[false].Any() is true) yield return $"Extensions: {List(extensions[false], MostNames)}.";
        if (fields["extensions"] is not (null or JsonObject)) yield return "The field extensions is no object and was left out.";
        var unknown = card.Concat(ReferenceEquals(card, fields) ? [] : fields).Where(field => !IsKnown(field.Key) && !CardFields.IsEmpty(field.Value)).Select(field => field.Key).Distinct().ToList();
        if (unknown.Count > 0) yield return $"Fields that Mosaic does not know: {List(unknown, MostNames)}.";
    }

    /// <summary>Names with commas; of very many the first, and how many more there are.</summary>
    public static string List(IEnumerable<string> names, int most)
    {
        var all = names.ToList();
        var shown = string.Join(", ", all.Take(most).Select(name => Shorten.To(name, LongestName)));
        return all.Count > most ? string.Create(CultureInfo.InvariantCulture, $"{shown} and {all.Count - most:N0} more") : shown;
    }

    private static bool IsKnown(string name) => name == "extensions" || Used.Contains(name) || GoingAlong.Contains(name) || Array.Exists(Told, told => told.Name == name);

    private static bool IsScript(string name) => name.Contains("script", StringComparison.OrdinalIgnoreCase) || name.Contains("tavern", StringComparison.OrdinalIgnoreCase);

    private static string Number(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
