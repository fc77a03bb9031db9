using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Query;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Search.Kept;

/// <summary>What a person searched for lately, and the searches they keep under a name. A refusal is a sentence; null is none.</summary>
public sealed class KeptSearches(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    public const int MostSaved = 50;

    public const int MostRecent = 10;

    private const string Gone = "This search is no longer kept. Save it anew if you need it.";

    public async Task<KeptSearchList> ListAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var kept = await db.KeptSearches.AsNoTracking().Where(search => search.UserId == userId).OrderByDescending(search => search.UsedAt).ThenBy(search => search.Query)
            .Select(search => new KeptSearchLine(search.Query, search.Name)).ToListAsync(cancellationToken);
        return new KeptSearchList(
            [.. kept.Where(search => search.Name is not null).OrderBy(search => search.Name, StringComparer.OrdinalIgnoreCase)],
            [.. kept.Where(search => search.Name is null).Take(MostRecent)]);
    }

    /// <summary>Keeps a search under a name; one that is kept already gets this one.</summary>
    public Task<string?> SaveAsync(Guid userId, string query, string name, CancellationToken cancellationToken = default) =>
        NameAsync(userId, query, name, mustBeThere: false, cancellationToken);

    public Task<string?> RenameAsync(Guid userId, string query, string name, CancellationToken cancellationToken = default) =>
        NameAsync(userId, query, name, mustBeThere: true, cancellationToken);

    /// <summary>Takes a saved search away; false when it was gone already.</summary>
    public async Task<bool> DeleteAsync(Guid userId, string query, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var deleted = await db.KeptSearches.Where(search => search.UserId == userId && search.Query == query && search.Name != null).ExecuteDeleteAsync(cancellationToken);
        if (deleted > 0) await live.AnnounceAsync(Topics.Searches(userId), cancellationToken: CancellationToken.None);
        return deleted > 0;
    }

    /// <summary>Somebody meant this query: it is among the recent ones. The oldest of too many go.</summary>
    public async Task NoteAsync(Guid userId, string query, CancellationToken cancellationToken = default)
    {
        if (SearchQuery.Clean(query) is not { Length: > 0 } clean) return;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.NoteSearchAsync(userId, clean, MostRecent, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Forgets what was searched for lately; saved searches stay.</summary>
    public async Task ForgetRecentAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.KeptSearches.Where(search => search.UserId == userId && search.Name == null).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<string?> NameAsync(Guid userId, string query, string name, bool mustBeThere, CancellationToken cancellationToken)
    {
        var (clean, called) = (SearchQuery.Clean(query), KeptSearchRules.Clean(name));
        if (clean.Length == 0) return "There is nothing to save: write something to search for.";
        if (KeptSearchRules.Refuse(called) is { } refused) return refused;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockSearchesAsync(userId, cancellationToken);
        var saved = await db.KeptSearches.AsNoTracking().Where(search => search.UserId == userId && search.Name != null).ToListAsync(cancellationToken);
        var isSaved = saved.Exists(search => search.Query == clean);
        if (mustBeThere && !isSaved) return Gone;
        if (await db.HasSearchCalledAsync(userId, called, clean, cancellationToken)) return $"You have a search called “{called}” already.";
        if (!isSaved && saved.Count >= MostSaved) return $"You have {MostSaved} saved searches. Delete one that you no longer need.";
        await db.NameSearchAsync(userId, clean, called, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Searches(userId), cancellationToken: CancellationToken.None);
        return null;
    }
}
