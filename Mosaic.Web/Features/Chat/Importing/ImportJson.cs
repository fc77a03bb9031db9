using System.Globalization;
using System.Text.Json;
using Mosaic.Web.Features.Chat.Documents;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>Reads what an export says without believing that it is of the type it should be.</summary>
internal static class ImportJson
{
    public static readonly JsonDocumentOptions Reading = new() { MaxDepth = DocumentLimits.MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Nothing (<see cref="JsonValueKind.Undefined"/>) where there is no such property, or nothing to have one.</summary>
    public static JsonElement Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static string? Text(this JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    public static bool IsTrue(this JsonElement element) => element.ValueKind == JsonValueKind.True;

    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : Enumerable.Empty<JsonElement>();

    public static IEnumerable<JsonProperty> Properties(this JsonElement element) => element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    /// <summary>On one line; null where nothing is left.</summary>
    public static string? Line(this JsonElement element) => element.Text() is { } text && CleanText.Line(text) is { Length: > 0 } line ? line : null;

    /// <summary>A text or a number as an id; null where it is neither, or too long to be one.</summary>
    public static string? Id(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => IdOf(element.GetString()!),
        JsonValueKind.Number when element.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    public static string? IdOf(string text) => text.Length <= DocumentLimits.MaxTitle && CleanText.Line(text) is { Length: > 0 } id ? id : null;

    /// <summary>A text, or the texts among parts; pictures and other things are left out.</summary>
    public static string Said(this JsonElement content)
    {
        if (content.Text() is { } text) return Clean(text);
        return Clean(string.Join("\n\n", content.Items().Select(part => part.Text() ?? part.Get("text").Text()).Where(part => !string.IsNullOrWhiteSpace(part))));
    }

    public static string Clean(string text) => CleanText.Sound(text).ReplaceLineEndings("\n").Trim('\n', ' ');
}
