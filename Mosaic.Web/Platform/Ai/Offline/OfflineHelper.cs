using System.Text.Json;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>What answers when no provider is set up: on this machine, the same way each time, without a model.</summary>
public static class OfflineHelper
{
    /// <summary>How the helper is called where the name of a provider is kept.</summary>
    public const string Provider = "offline";

    /// <summary>How pages name it.</summary>
    public const string Label = "offline helper";

    /// <summary>The answer in the form a provider is asked for: Markdown, a JSON array for tags, plain text for a summary (empty when it needs none) or a title.</summary>
    /// <exception cref="ArgumentException">An embedding was asked for; <see cref="OfflineEmbedding"/> makes those.</exception>
    public static string Answer(AiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Purpose switch
        {
            AiPurpose.Chat or AiPurpose.Reply => OfflineAnswer.Of(request),
            AiPurpose.Diary => OfflineDiary.Of(request),
            AiPurpose.Summary => OfflineSummary.Of(Text(request)) ?? "",
            AiPurpose.Tags => JsonSerializer.Serialize(OfflineTags.Propose(Text(request), request.KnownTags)),
            AiPurpose.Title => OfflineTitle.Of(Text(request)),
            AiPurpose.Embedding => throw new ArgumentException("An embedding is a vector and no text; ask OfflineEmbedding.", nameof(request)),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Purpose, "The offline helper does not know this purpose."),
        };
    }

    // A conversation without sources is named after its first question.
    private static string Text(AiRequest request) =>
        request.Sources is [var first, ..] ? first.Text : request.Turns.FirstOrDefault(turn => turn.IsPerson)?.Text ?? "";
}
