using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>The fields of a card, of which each may be missing or something else than it should be. The latter is told.</summary>
internal sealed class CardFields(JsonObject fields, ICollection<string> told)
{
    /// <summary>A text; empty where there is none. A number is as good.</summary>
    public string Text(string name)
    {
        if (fields[name] is not { } value) return "";
        if (AsText(value) is { } text) return text;
        told.Add($"The field {name} is no text and was left out.");
        return "";
    }

    /// <summary>Texts; none where there is no list. One text with commas is as good.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (fields[name] is not { } value) return [];
        if (AsText(value) is { } text) return text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (value is JsonArray list) return [.. list.Select(AsText).OfType<string>()];
        told.Add($"The field {name} is no list and was left out.");
        return [];
    }

    /// <summary>How many things a list or an object has in it.</summary>
    public static int Count(JsonNode? value) => value switch
    {
        JsonArray list => list.Count(item => !IsEmpty(item)),
        JsonObject named => named.Count,
        _ => IsEmpty(value) ? 0 : 1,
    };

    /// <summary>Nothing stands in it, however deep.</summary>
    public static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => list.All(IsEmpty),
        JsonObject named => named.All(field => IsEmpty(field.Value)),
        _ => AsText(value) is { } text && string.IsNullOrWhiteSpace(text),
    };

    private static string? AsText(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };
}
