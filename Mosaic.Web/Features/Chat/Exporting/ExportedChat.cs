using Mosaic.Web.Features.Chat.Importing;

namespace Mosaic.Web.Features.Chat.Exporting;

/// <summary>A conversation with all of its tree, as a file; docs/chat-export.md says what stands where.</summary>
public sealed record ExportedChat(ExportedChat.About Conversation, IReadOnlyList<ExportedMessage> Messages, IReadOnlyList<ExportedBranch> Branches)
{
    public string Format { get; } = MosaicExport.Format;

    /// <summary>Rises when something changes its meaning; what is only added changes nothing.</summary>
    public int Version { get; } = 1;

    /// <summary>The conversation itself.</summary>
    public sealed record About(Guid Id, string Title, string TitleSource, Guid? ActiveMessageId, long TotalTokens, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
}
