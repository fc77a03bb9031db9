using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Memos;

/// <summary>How memos are asked for. Every query begins with its owner.</summary>
public static class MemoQueries
{
    public static IQueryable<Memo> OwnedBy(this IQueryable<Memo> memos, Guid userId) => memos.Where(memo => memo.UserId == userId);

    /// <summary>Those that are not in the trash.</summary>
    public static IQueryable<Memo> Living(this IQueryable<Memo> memos) => memos.Where(memo => memo.DeletedAt == null);

    public static IQueryable<Memo> Matching(this IQueryable<Memo> memos, MemoFilter filter)
    {
        memos = filter.Place switch
        {
            MemoPlace.Desk => memos.Where(memo => memo.DeletedAt == null && !memo.IsArchived),
            MemoPlace.Archive => memos.Where(memo => memo.DeletedAt == null && memo.IsArchived),
            MemoPlace.Trash => memos.Where(memo => memo.DeletedAt != null),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Place, "No such place."),
        };
        if (filter.Tag is { } tag) memos = memos.Where(memo => memo.TagPaths.Contains(tag));
        if (filter.From is { } from) memos = memos.Where(memo => memo.CreatedAt >= from);
        if (filter.Before is { } before) memos = memos.Where(memo => memo.CreatedAt < before);
        if (filter.OpenTasks) memos = memos.Where(memo => memo.OpenTaskCount > 0);
        if (filter.Untagged) memos = memos.Where(memo => memo.Tags.Length == 0);
        if (filter.Text is { Length: > 0 } text)
        {
            var pattern = $"%{text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            memos = memos.Where(memo => EF.Functions.ILike(memo.Content, pattern, "\\"));
        }
        return memos;
    }

    public static IQueryable<Memo> WithFiles(this IQueryable<Memo> memos, MosaicDb db) =>
        memos.Where(memo => db.Resources.Any(file => file.MemoId == memo.Id && file.DeletedAt == null));

    /// <summary>The newest memos after the cursor; in the trash, those deleted last.</summary>
    public static IQueryable<Memo> NewestAfter(this IQueryable<Memo> memos, MemoCursor? cursor) => cursor is null
        ? memos.OrderByDescending(memo => memo.CreatedAt).ThenByDescending(memo => memo.Id)
        : memos.Where(memo => EF.Functions.LessThan(ValueTuple.Create(memo.CreatedAt, memo.Id), ValueTuple.Create(cursor.At, cursor.Id)))
            .OrderByDescending(memo => memo.CreatedAt).ThenByDescending(memo => memo.Id);

    /// <inheritdoc cref="NewestAfter"/>
    public static IQueryable<Memo> DeletedLastAfter(this IQueryable<Memo> memos, MemoCursor? cursor) => cursor is null
        ? memos.OrderByDescending(memo => memo.DeletedAt).ThenByDescending(memo => memo.Id)
        : memos.Where(memo => EF.Functions.LessThan(ValueTuple.Create(memo.DeletedAt!.Value, memo.Id), ValueTuple.Create(cursor.At, cursor.Id)))
            .OrderByDescending(memo => memo.DeletedAt).ThenByDescending(memo => memo.Id);

    /// <summary>The whole memo, with its files and how many memos link to it.</summary>
    public static IQueryable<MemoCard> AsCards(this IQueryable<Memo> memos, MosaicDb db) => memos.AsCards(db, Memo.MaxLength);

    /// <summary>The beginning of each memo, enough for a list.</summary>
    public static IQueryable<MemoCard> AsExcerpts(this IQueryable<Memo> memos, MosaicDb db) => memos.AsCards(db, MemoCard.ExcerptLength);

    private static IQueryable<MemoCard> AsCards(this IQueryable<Memo> memos, MosaicDb db, int length) => memos.AsNoTracking().Select(memo => new MemoCard(
        memo.Id, memo.Content.Substring(0, length), memo.Tags, memo.TaskCount, memo.OpenTaskCount, memo.IsPinned, memo.IsArchived, memo.AiExcluded,
        memo.RevisionCount, memo.DiaryDate, memo.CreatedAt, memo.UpdatedAt, memo.DeletedAt,
        db.Resources.Where(file => file.MemoId == memo.Id && file.DeletedAt == null).OrderBy(file => file.Position).ThenBy(file => file.Id)
            .Select(file => new MemoFile(file.Id, file.Filename, file.ResourceType, file.MimeType, file.FileSize)).ToList(),
        db.MemoLinks.Count(link => link.ToMemoId == memo.Id && db.Memos.Any(from => from.Id == link.FromMemoId && from.DeletedAt == null)))
    {
        IsExcerpt = memo.Content.Length > length,
        AiSummary = memo.AiSummary,
        Ai = db.MemoAi.Where(made => made.MemoId == memo.Id)
            .Select(made => new MemoAiNote(made.ProposedTags, made.TagsTurnId, made.TagsProvider, made.SummaryTurnId, made.SummaryProvider)).FirstOrDefault(),
        ChangeSeq = memo.ChangeSeq,
    });
}
