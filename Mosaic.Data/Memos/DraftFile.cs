namespace Mosaic.Data.Memos;

/// <summary>A file that waits in a draft.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Filename">As its owner gave it.</param>
/// <param name="ResourceType">One of <see cref="Memos.ResourceType"/>.</param>
/// <param name="MimeType">As sniffed.</param>
/// <param name="FileSize">In bytes.</param>
public sealed record DraftFile(Guid Id, string Filename, string ResourceType, string MimeType, long FileSize);
