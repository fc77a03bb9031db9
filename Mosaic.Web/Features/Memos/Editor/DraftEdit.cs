namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>What a composer asks the server to keep.</summary>
/// <param name="TargetId">The id the memo has or will get.</param>
/// <param name="Content">Markdown, as far as it is written.</param>
/// <param name="ResourceIds">The attached files in their order.</param>
/// <param name="AiExcluded">The memo is to be kept from AI.</param>
/// <param name="BaseRevision">The revision the edit began from; 0 for a new memo.</param>
/// <param name="Seen">The <see cref="Draft.Version"/> this composer saw or wrote last; null when it saw none.</param>
public sealed record DraftEdit(
    Guid TargetId, string Content, IReadOnlyList<Guid> ResourceIds, bool AiExcluded, int BaseRevision, string? Seen = null);
