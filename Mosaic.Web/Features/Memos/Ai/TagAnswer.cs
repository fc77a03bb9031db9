using System.Text;
using System.Text.Json;
using Mosaic.Web.Features.Memos.Tags;

namespace Mosaic.Web.Features.Memos.Ai;

/// <summary>Reads tags out of an answer, however the model dressed them.</summary>
internal static class TagAnswer
{
    /// <summary>An answer with more brackets than these is no answer to our question.</summary>
    private const int MostTries = 50;

    /// <summary>The tags that can be tags, in their one spelling, of the first list that has a word in it; an answer without one has none.</summary>
    public static IEnumerable<string> Read(string answer)
    {
        for (var (from, tries) = (answer.IndexOf('['), 0); from >= 0 && tries < MostTries; (from, tries) = (answer.IndexOf('[', from + 1), tries + 1))
            if (WordsAt(answer, from) is { Count: > 0 } words)
                return [.. words.Select(Tidy).Where(tag => TagRules.Refuse(tag) is null).Select(TagRules.Clean).Distinct(StringComparer.Ordinal)];
        return [];
    }

    /// <summary>The strings of the JSON array that begins here; none where there is no such.</summary>
    private static List<string> WordsAt(string answer, int from)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(answer[from..]), isFinalBlock: true, state: default);
        try
        {
            using var json = JsonDocument.ParseValue(ref reader);
            return [.. json.RootElement.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(Text)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Half a letter, which JSON can write and no text can have, makes no tag.</summary>
    private static string Text(JsonElement item)
    {
        try
        {
            return item.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static string Tidy(string tag) => string.Join('-', tag.Trim().TrimStart('#').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
