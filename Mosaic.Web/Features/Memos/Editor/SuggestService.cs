using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>Finds the few tags and memos that somebody most likely means.</summary>
public sealed class SuggestService(IDbContextFactory<MosaicDb> databases)
{
    private const int Most = 8;

    /// <summary>Longer words match nothing.</summary>
    private const int LongestQuery = 100;

    /// <summary>Tags of this person that begin with the words, then those that hold them; the most used first.</summary>
    public async Task<IReadOnlyList<TagSuggestion>> TagsAsync(Guid userId, string query, CancellationToken cancellationToken = default)
    {
        if (query.Length > LongestQuery) return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.SuggestTags(userId, Clean(query)).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>Memos of this person whose beginning holds the words, newest first. No words: the newest.</summary>
    public async Task<IReadOnlyList<MemoSuggestion>> MemosAsync(Guid userId, string query, CancellationToken cancellationToken = default)
    {
        if (query.Length > LongestQuery) return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.SuggestMemos(userId, Clean(query)).Take(Most).ToListAsync(cancellationToken);
        return [.. found.Select(memo => memo with { Label = MemoLabel.Of(memo.Label) })];
    }

    private static string Clean(string query) => query.Replace("\0", "", StringComparison.Ordinal).Trim();
}
