using System.Text.Json.Nodes;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>Where in the JSON of a card its fields stand: flat in version 1, in <c>data</c> since version 2.</summary>
internal static class CardObject
{
    private static readonly string[] Telling = ["description", "personality", "scenario", "first_mes", "mes_example"];

    /// <summary>The object with the fields; null where this is no card.</summary>
    public static JsonObject? Fields(JsonNode? card)
    {
        if (card is not JsonObject whole) return null;
        if (whole["data"] is JsonObject data && (IsSpec(whole) || IsCharacter(data))) return data;
        return IsCharacter(whole) ? whole : null;
    }

    private static bool IsSpec(JsonObject card) => card["spec"] is JsonValue spec && spec.TryGetValue(out string? name) && name.StartsWith("chara_card_v", StringComparison.OrdinalIgnoreCase);

    private static bool IsCharacter(JsonObject fields) => !CardFields.IsEmpty(fields["name"]) && Telling.Any(name => fields.ContainsKey(name));
}
