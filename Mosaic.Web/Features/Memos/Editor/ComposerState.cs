namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>What the composer in the browser says when it is asked to save; its text follows as a stream.</summary>
/// <param name="TargetId">The id the memo has or will get.</param>
/// <param name="BaseRevision">The revision the edit began from; 0 for a new memo.</param>
/// <param name="ResourceIds">The attached files in their order.</param>
/// <param name="AiExcluded">The memo is to be kept from AI.</param>
/// <param name="Length">Of the text, in UTF-8 bytes.</param>
/// <param name="Sending">Files are still on their way; the composer saves by itself when they are there.</param>
public sealed record ComposerState(
    Guid TargetId, int BaseRevision, IReadOnlyList<Guid> ResourceIds, bool AiExcluded, long Length, bool Sending);
