using System.Text;
using System.Text.Json;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Finds JSON in an answer that has words or a fence around it.</summary>
internal static class JsonInText
{
    private const int MostTries = 20, Deepest = 8;

    /// <summary>The first object that has this property, else the first object; null where there is none.</summary>
    public static JsonDocument? FindObject(string text, string having)
    {
        JsonDocument? other = null;
        var place = text.IndexOf('{', StringComparison.Ordinal);
        for (var tries = 0; place >= 0 && tries < MostTries; tries++)
        {
            if (Parse(text.AsSpan(place)) is not { } found) place = Next(text, place + 1);
            else if (Has(found.Json, having))
            {
                other?.Dispose();
                return found.Json;
            }
            else
            {
                if (other is null) other = found.Json;
                else found.Json.Dispose();
                place = Next(text, place + found.Length);
            }
        }
        return other;
    }

    private static int Next(string text, int from) => from < text.Length ? text.IndexOf('{', from) : -1;

    /// <summary>The object that begins here, with its length in code units; what follows it is not read.</summary>
    private static (JsonDocument Json, int Length)? Parse(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        try
        {
            var json = JsonDocument.ParseValue(ref reader);
            return (json, Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.BytesConsumed)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Has(JsonDocument json, string property)
    {
        try
        {
            return json.RootElement.TryGetProperty(property, out _);
        }
        catch (InvalidOperationException)
        {
            // A name that is valid JSON and no text.
            return false;
        }
    }
}
