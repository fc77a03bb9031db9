using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>The passages of a document, a page at a time.</summary>
public sealed class DocumentChunks(IDbContextFactory<MosaicDb> databases)
{
    /// <summary>How many stand on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Those of one page, from 0, and how many there are in all; only those that hold the text, where one is given.</summary>
    public async Task<(IReadOnlyList<DocumentChunk> Chunks, int Total)> PageAsync(Guid userId, Guid documentId, int page, string? text = null, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var chunks = db.Memories.AsNoTracking().OwnedBy(userId).Where(memory => memory.DocumentId == documentId && db.ImportDocuments.Any(document => document.Id == documentId && document.DeletedAt == null));
        if (text?.Trim().Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } sought)
        {
            var pattern = $"%{sought.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            chunks = chunks.Where(memory => EF.Functions.ILike(memory.Content, pattern, "\\"));
        }
        var total = await chunks.CountAsync(cancellationToken);
        var found = await chunks.OrderBy(memory => memory.Position).Skip(Math.Max(0, page) * PageSize).Take(PageSize).Select(memory => new { memory.Position, memory.Metadata, memory.Content }).ToListAsync(cancellationToken);
        return (found.ConvertAll(memory => new DocumentChunk(memory.Position, memory.Metadata.Place, memory.Content)), total);
    }
}
