using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mosaic.Web.Features.Bots.Cards;

/// <summary>Reads and writes the JSON of cards so that the database takes it: no NUL, no half characters, no numbers beyond measure, each name once.</summary>
internal static class CardJson
{
    private const int Deepest = 64, LongestNumber = 300;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Null where the text is no JSON, or nested too deeply.</summary>
    public static JsonNode? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(Sound(json), Reading);
            return Copy(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Compact, with letters as they are.</summary>
    public static byte[] Write(JsonNode card)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) card.WriteTo(writer);
        return bytes.WrittenSpan.ToArray();
    }

    // Escapes of NUL and of halves of characters, and halves that stand there as such, become U+FFFD.
    private static string Sound(string json)
    {
        var sound = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length;)
        {
            var length = json[at] == '\\' ? EscapeAt(json, at, out var isSound) : SignAt(json, at, out isSound);
            if (isSound) sound.Append(json, at, length);
            else sound.Append('\uFFFD');
            at += length;
        }
        return sound.ToString();
    }

    private static int SignAt(string json, int at, out bool isSound)
    {
        isSound = Rune.TryGetRuneAt(json, at, out var rune);
        return isSound ? rune.Utf16SequenceLength : 1;
    }

    private static int EscapeAt(string json, int at, out bool isSound)
    {
        isSound = true;
        if (Unit(json, at) is not { } unit) return at + 1 < json.Length && !char.IsSurrogate(json[at + 1]) ? 2 : 1;
        if (char.IsHighSurrogate(unit) && Unit(json, at + 6) is { } low && char.IsLowSurrogate(low)) return 12;
        isSound = unit != '\0' && !char.IsSurrogate(unit);
        return 6;
    }

    private static char? Unit(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;

    private static JsonNode? Copy(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => CopyObject(element),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Copy)]),
        JsonValueKind.String => JsonValue.Create(element.GetString()),
        JsonValueKind.Number => CopyNumber(element),
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => null,
    };

    private static JsonObject CopyObject(JsonElement element)
    {
        var copy = new JsonObject();
        foreach (var property in element.EnumerateObject()) copy[property.Name] = Copy(property.Value);
        return copy;
    }

    private static JsonValue CopyNumber(JsonElement element)
    {
        var written = element.GetRawText();
        var power = written.IndexOfAny(['e', 'E']);
        var isMeasured = written.Length <= LongestNumber
            && (power < 0 || (int.TryParse(written.AsSpan(power + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) && Math.Abs((long)exponent) <= LongestNumber));
        return isMeasured ? JsonValue.Create(element.Clone())! : JsonValue.Create(written);
    }
}
