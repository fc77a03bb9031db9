using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Memos;

/// <summary>How the history of a memo is asked for.</summary>
public static class RevisionQueries
{
    /// <summary>The revisions of one memo that still have their text, and only if the memo is this person's.</summary>
    public static IQueryable<MemoRevision> RevisionsOf(this MosaicDb db, Guid userId, Guid memoId) => db.MemoRevisions.Where(revision =>
        revision.MemoId == memoId && revision.UserId == userId && revision.DeletedAt == null
        && db.Memos.Any(memo => memo.Id == memoId && memo.UserId == userId));

    /// <summary>Newest first, those with a lower number than <paramref name="before"/>.</summary>
    public static IQueryable<RevisionLine> Lines(this IQueryable<MemoRevision> revisions, int? before)
    {
        if (before is { } number) revisions = revisions.Where(revision => revision.RevisionNumber < number);
        return revisions.AsNoTracking().OrderByDescending(revision => revision.RevisionNumber).Select(revision => new RevisionLine(
            revision.RevisionNumber, revision.Source, revision.RestoredFrom, revision.Label, revision.Content.Length, revision.CreatedAt));
    }

    public static Task<List<RevisionText>> TextsAsync(this IQueryable<MemoRevision> revisions, int[] numbers, CancellationToken cancellationToken) =>
        revisions.AsNoTracking().Where(revision => numbers.Contains(revision.RevisionNumber))
            .Select(revision => new RevisionText(revision.RevisionNumber, revision.Content)).ToListAsync(cancellationToken);
}
