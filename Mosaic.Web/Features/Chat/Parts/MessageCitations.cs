using Mosaic.Data.Chat;
using Mosaic.Web.Features.Search.Ask.Citations;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Chat.Parts;

/// <summary>Makes links of the numbers an answer cites.</summary>
internal static class MessageCitations
{
    /// <summary>Markdown, each number linked to where its source opens.</summary>
    public static string Link(Message message)
    {
        var sources = message.Metadata.Sources;
        return sources.Count == 0 ? message.Content
            : CitationRule.Link(message.Content, number => number <= sources.Count ? $"/{sources[number - 1].Address}" : "#", message.Provider == AiProviders.Offline);
    }
}
