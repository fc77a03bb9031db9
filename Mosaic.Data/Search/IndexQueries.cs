using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Memos;

namespace Mosaic.Data.Search;

/// <summary>What is in the index of meaning, and what is missing.</summary>
public static class IndexQueries
{
    /// <summary>The hashes of those passages of these texts that this model has placed, by text and position.</summary>
    public static async Task<IReadOnlyDictionary<(Guid SourceId, int Position), string>> PlacedAsync(
        this MosaicDb db, Guid userId, string kind, IReadOnlyList<Guid> sourceIds, string provider, string model, CancellationToken cancellationToken) =>
        await db.PassageEmbeddings.Where(row => row.UserId == userId && row.SourceKind == kind && sourceIds.Contains(row.SourceId) && row.Provider == provider && row.Model == model)
            .Select(row => new { row.SourceId, row.Position, row.SourceHash })
            .ToDictionaryAsync(row => (row.SourceId, row.Position), row => row.SourceHash, cancellationToken);

    /// <summary>Memos that belong into the index.</summary>
    public static IQueryable<Memo> Indexable(this MosaicDb db) => db.Memos.Where(memo => !memo.AiExcluded && memo.DeletedAt == null);

    /// <summary>How many memos these are, and how many letters they have in all.</summary>
    public static async Task<(int Memos, long Letters)> IndexSizeAsync(this MosaicDb db, IQueryable<Memo> memos, CancellationToken cancellationToken)
    {
        var size = await memos.GroupBy(_ => 1).Select(all => new { Memos = all.Count(), Letters = all.Sum(memo => (long)memo.Content.Length) }).FirstOrDefaultAsync(cancellationToken);
        return size is null ? (0, 0) : (size.Memos, size.Letters);
    }

    /// <summary>Of these, those that this model has not placed. One without a text, such as a mere picture, has no place.</summary>
    public static IQueryable<Memo> NotPlacedBy(this IQueryable<Memo> memos, MosaicDb db, string provider, string model) => memos.Where(memo =>
        Regex.IsMatch(memo.Content, @"\S")
        && !db.PassageEmbeddings.Any(row => row.UserId == memo.UserId && row.SourceKind == Memo.EntityName && row.SourceId == memo.Id && row.Provider == provider && row.Model == model));
}
