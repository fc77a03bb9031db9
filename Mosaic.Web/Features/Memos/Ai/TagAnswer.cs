using System.Text.Json;
using Mosaic.Web.Features.Memos.Tags;

namespace Mosaic.Web.Features.Memos.Ai;

/// <summary>Reads tags out of an answer, however the model dressed them.</summary>
internal static class TagAnswer
{
    /// <summary>The tags in it that can be tags, in their one spelling; an answer that is no list has none.</summary>
    public static IEnumerable<string> Read(string answer)
    {
        var (from, to) = (answer.IndexOf('['), answer.LastIndexOf(']'));
        if (from < 0 || to <= from) return [];
        try
        {
            using var json = JsonDocument.Parse(answer[from..(to + 1)]);
            return [.. json.RootElement.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => Tidy(item.GetString()!))
                .Where(tag => TagRules.Refuse(tag) is null).Select(TagRules.Clean).Distinct(StringComparer.Ordinal)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Tidy(string tag) => string.Join('-', tag.Trim().TrimStart('#').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
