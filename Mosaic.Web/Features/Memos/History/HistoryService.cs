using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Memos.History;

/// <summary>What a memo said before. Nothing here changes a text: bringing one back makes a new revision.</summary>
public sealed class HistoryService(IDbContextFactory<MosaicDb> databases, MemoService memos, Live live, TimeProvider clock)
{
    public const int PageSize = 50;
    public const int MaxLabel = 100;

    /// <summary>Revisions below <paramref name="before"/>, newest first; null when there is no such memo or it is another person's.</summary>
    public Task<RevisionPage?> ListAsync(Guid userId, Guid memoId, int? before = null, CancellationToken cancellationToken = default) =>
        ListAsync(userId, memoId, before, PageSize, cancellationToken);

    /// <inheritdoc cref="ListAsync(Guid, Guid, int?, CancellationToken)"/>
    public async Task<RevisionPage?> ListAsync(Guid userId, Guid memoId, int? before, int size, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var lines = await db.RevisionsOf(userId, memoId).Lines(before).Take(size + 1).ToListAsync(cancellationToken);
        if (lines.Count == 0 && before is null) return null;
        return new RevisionPage([.. lines.Take(size)], lines.ElementAtOrDefault(size)?.Length, lines.Count > size);
    }

    /// <summary>The texts of these revisions by number; those that are gone are left out.</summary>
    public async Task<IReadOnlyDictionary<int, string>> ReadAsync(Guid userId, Guid memoId, int[] numbers, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var texts = await db.RevisionsOf(userId, memoId).TextsAsync(numbers, cancellationToken);
        return texts.ToDictionary(text => text.Number, text => text.Content);
    }

    /// <summary>
    /// Makes a new revision with the text of an old one. <paramref name="seen"/> is the newest revision the person saw: if there is a newer
    /// one by now, nothing happens.
    /// </summary>
    public async Task<HistoryResult> RestoreAsync(Guid userId, Guid memoId, int number, int seen, CancellationToken cancellationToken = default)
    {
        if (await memos.FindAsync(userId, memoId, cancellationToken) is not { } memo) return new HistoryResult.NotFound();
        if (number < 1 || number > memo.RevisionCount) return new HistoryResult.NotFound();
        if (!(await ReadAsync(userId, memoId, [number], cancellationToken)).TryGetValue(number, out var text)) return Gone(number);
        if (text == memo.Content) return new HistoryResult.Refused($"The memo says this already, so there is nothing to restore from revision {number}.");

        var edit = new MemoEdit(memoId, text, null, memo.AiExcluded, seen) { Source = RevisionSource.Restore, RestoredFrom = number };
        return await memos.SaveAsync(userId, edit, cancellationToken) switch
        {
            SaveResult.Saved saved => new HistoryResult.Done(saved.Memo.RevisionCount),
            SaveResult.Conflict => new HistoryResult.Refused("The memo changed while this history was open. Look at its newest revision, then restore again."),
            SaveResult.Refused refused => new HistoryResult.Refused(refused.Sentence),
            _ => new HistoryResult.Refused("The memo is in the trash. Take it out of the trash first, then restore the revision."),
        };
    }

    /// <summary>Names a version, or takes its name away when the name is blank.</summary>
    public async Task<HistoryResult> NameAsync(Guid userId, Guid memoId, int number, string name, CancellationToken cancellationToken = default)
    {
        var label = MemoRules.CleanContent(name).Trim().ReplaceLineEndings(" ");
        if (label.Length > MaxLabel)
            return new HistoryResult.Refused($"A name has at most {MaxLabel} characters; this one has {label.Length}. Shorten it and save again.");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var changed = await db.RevisionsOf(userId, memoId).Where(revision => revision.RevisionNumber == number)
            .ExecuteUpdateAsync(set => set.SetProperty(revision => revision.Label, label.Length == 0 ? null : label)
                .SetProperty(revision => revision.UpdatedAt, clock.GetUtcNow()), cancellationToken);
        return await FinishAsync(db, userId, memoId, changed, cancellationToken);
    }

    /// <summary>Empties one old revision for good. The newest is what the memo says, so it stays.</summary>
    public async Task<HistoryResult> DeleteAsync(Guid userId, Guid memoId, int number, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        // Numbers only rise: what is not the newest now will not be the newest later, so no lock is needed.
        var changed = await db.RevisionsOf(userId, memoId)
            .Where(revision => revision.RevisionNumber == number && db.Memos.Any(memo => memo.Id == memoId && memo.RevisionCount > number))
            .ExecuteUpdateAsync(set => set.SetProperty(revision => revision.Content, "").SetProperty(revision => revision.Tags, Array.Empty<string>())
                .SetProperty(revision => revision.AiSummary, (string?)null).SetProperty(revision => revision.Label, (string?)null)
                .SetProperty(revision => revision.DeletedAt, now).SetProperty(revision => revision.UpdatedAt, now), cancellationToken);
        return changed == 0 && await db.RevisionsOf(userId, memoId).AnyAsync(revision => revision.RevisionNumber == number, cancellationToken)
            ? new HistoryResult.Refused("This is what the memo says now, so it stays. Change the memo first, or delete the memo itself.")
            : await FinishAsync(db, userId, memoId, changed, cancellationToken);
    }

    private async Task<HistoryResult> FinishAsync(MosaicDb db, Guid userId, Guid memoId, int changed, CancellationToken cancellationToken)
    {
        if (changed == 0) return new HistoryResult.NotFound();
        var newest = await db.Memos.Where(memo => memo.Id == memoId).Select(memo => memo.RevisionCount).SingleAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Memos(userId), memoId.ToString(), CancellationToken.None);
        return new HistoryResult.Done(newest);
    }

    private static HistoryResult.Refused Gone(int number) =>
        new($"Revision {number} was deleted and its text is gone, so it cannot be restored. Choose another one.");
}
