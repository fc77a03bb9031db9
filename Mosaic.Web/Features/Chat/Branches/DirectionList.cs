using System.Text.Json;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Branches;

/// <summary>Directions as models write them.</summary>
internal static class DirectionList
{
    public const int Count = 3;

    /// <summary>The longest that is proposed, in characters; a person may write more.</summary>
    private const int MaxProposed = 200;

    /// <summary>What fits every talk.</summary>
    public static readonly IReadOnlyList<string> Usual = ["More about how it feels", "A practical next step", "The opposite view"];

    /// <summary>The lines of the first list of texts in an answer, whatever stands around it; none where there is none.</summary>
    public static IReadOnlyList<string> Read(string answer)
    {
        var (start, end) = (answer.IndexOf('[', StringComparison.Ordinal), answer.LastIndexOf(']'));
        if (start < 0 || end < start) return [];
        try
        {
            using var json = JsonDocument.Parse(answer.AsMemory(start, end - start + 1));
            return [.. json.RootElement.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String)
                .Select(one => PlainText.Cut(ConversationRules.CleanTitle(one.GetString()), MaxProposed)).Where(line => line.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(Count)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>Three of them: the usual ones where there are fewer.</summary>
    public static ProposedDirections Filled(IReadOnlyList<string> lines) =>
        new([.. lines.Concat(Usual).Distinct(StringComparer.OrdinalIgnoreCase).Take(Count)], IsOffline: lines.Count == 0);
}
