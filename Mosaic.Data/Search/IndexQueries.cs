using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Memos;

namespace Mosaic.Data.Search;

/// <summary>What is in the index of meaning, and what is missing.</summary>
public static class IndexQueries
{
    /// <summary>The hashes of those passages of a text that this model has placed, by position.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> PlacedAsync(
        this MosaicDb db, Guid userId, string kind, Guid sourceId, string provider, string model, CancellationToken cancellationToken) =>
        await db.PassageEmbeddings.Where(row => row.UserId == userId && row.SourceKind == kind && row.SourceId == sourceId && row.Provider == provider && row.Model == model)
            .ToDictionaryAsync(row => row.Position, row => row.SourceHash, cancellationToken);

    /// <summary>Memos that belong into the index.</summary>
    public static IQueryable<Memo> Indexable(this MosaicDb db) => db.Memos.Where(memo => !memo.AiExcluded && memo.DeletedAt == null);

    /// <summary>Of these, those that this model has not placed.</summary>
    public static IQueryable<Memo> NotPlacedBy(this IQueryable<Memo> memos, MosaicDb db, string provider, string model) => memos.Where(memo =>
        !db.PassageEmbeddings.Any(row => row.UserId == memo.UserId && row.Provider == provider && row.Model == model && row.SourceKind == Memo.EntityName && row.SourceId == memo.Id));
}
