using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos.Tags;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Markdown;
using Mosaic.Web.Platform.Telemetry;

namespace Mosaic.Web.Features.Memos;

/// <summary>Writes memos and finds one. Lists are in <see cref="MemoLists"/>, moving them about in <see cref="MemoShelf"/>.</summary>
public sealed class MemoService(IDbContextFactory<MosaicDb> databases, Live live, MemoSteps steps, TimeProvider clock)
{
    /// <summary>The memo with its whole content, wherever it is kept; null when there is none or it is another person's.</summary>
    public async Task<MemoCard?> FindAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.Memos.OwnedBy(userId).Where(memo => memo.Id == id).AsCards(db).ToListAsync(cancellationToken);
        return (await db.WithRepliesAsync(userId, found, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Makes the memo, or changes what the edit names, and ends its draft: all or nothing.</summary>
    public async Task<SaveResult> SaveAsync(Guid userId, MemoEdit edit, CancellationToken cancellationToken = default)
    {
        using var activity = MosaicActivity.Start("Memos", "Save");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockTagsForSavingAsync(userId, cancellationToken);
        await db.LockMemoAsync(edit.Id, cancellationToken);
        var memo = await db.Memos.OwnedBy(userId).SingleOrDefaultAsync(memo => memo.Id == edit.Id, cancellationToken);
        if (memo is null && (edit.BaseRevision > 0 || edit.Content is null || await db.Memos.AnyAsync(other => other.Id == edit.Id, cancellationToken)))
            return new SaveResult.NotFound();
        if (memo is { DeletedAt: not null } && edit.IsTrashed is not false) return new SaveResult.NotFound();
        var content = edit.Content is null ? memo!.Content : MemoRules.CleanContent(edit.Content);
        if (await RefuseAsync(db, userId, edit, content, cancellationToken) is { } refusal) return new SaveResult.Refused(refusal);
        if (memo is not null && IsStale(memo, edit, content))
            return new SaveResult.Conflict(await db.Memos.Where(found => found.Id == memo.Id).AsCards(db).SingleAsync(cancellationToken));

        var readBefore = memo is { AiExcluded: false, DeletedAt: null } ? memo.RevisionCount : 0;
        if (memo is null)
        {
            memo = Begin(userId, edit, content);
            db.Add(memo);
            Revise(db, memo, content, edit);
        }
        else if (memo.Content != content)
        {
            memo.RevisionCount++;
            Revise(db, memo, content, edit);
        }
        else if (edit.Tags is not null)
        {
            memo.Tags = MemoTags.Join(MarkdownOutline.Of(content).Tags, edit.Tags.Select(TagRules.Clean));
        }

        Place(memo, edit);
        await KeepFromAiAsync(db, memo, edit.AiExcluded ?? memo.AiExcluded, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.LinkAsync(memo, MarkdownOutline.Of(memo.Content).Links, cancellationToken);
        if (edit.ResourceIds is { } resources) await db.ClaimFilesAsync(memo, resources, clock.GetUtcNow(), cancellationToken);
        if (edit.Content is not null) await db.MemoDrafts.Where(draft => draft.UserId == userId && draft.TargetId == memo.Id).ExecuteDeleteAsync(cancellationToken);
        if (memo is { AiExcluded: false, DeletedAt: null } && memo.RevisionCount != readBefore)
            await steps.EnqueueAsync(db, [new SavedMemo(userId, memo.Id, memo.RevisionCount, memo.Content.Length, memo.Tags.Length > 0, memo.CreatedAt)], cancellationToken);
        var card = (await db.WithRepliesAsync(userId, await db.Memos.Where(saved => saved.Id == memo.Id).AsCards(db).ToListAsync(cancellationToken), cancellationToken))[0];
        await transaction.CommitAsync(cancellationToken);

        await live.AnnounceAsync(Topics.Memos(userId), memo.Id.ToString(), CancellationToken.None);
        return new SaveResult.Saved(card);
    }

    private static async Task<string?> RefuseAsync(MosaicDb db, Guid userId, MemoEdit edit, string content, CancellationToken cancellationToken)
    {
        if (edit.Content is not null || edit.ResourceIds is not null)
        {
            var hasFiles = edit.ResourceIds is { } ids ? ids.Count > 0
                : await db.Resources.AnyAsync(file => file.MemoId == edit.Id && file.UserId == userId && file.DeletedAt == null, cancellationToken);
            if (MemoRules.RefuseContent(content, hasFiles) is { } refusal) return refusal;
        }
        if (MemoRules.RefuseTimes(edit.CreatedAt, edit.DiaryDate.Value) is { } wrongTime) return wrongTime;
        return edit.Tags?.Select(TagRules.Refuse).FirstOrDefault(sentence => sentence is not null);
    }

    /// <summary>Whether the memo is no longer what the edit began from. A new text or the trash asks for the newest revision; the rest overwrites.</summary>
    private static bool IsStale(Memo memo, MemoEdit edit, string content) =>
        (edit.ExpectedChange is { } expected && memo.ChangeSeq != expected)
        || ((memo.Content != content || edit is { IsTrashed: true, BaseRevision: > 0 }) && memo.RevisionCount != edit.BaseRevision && !edit.Overwrite);

    private Memo Begin(Guid userId, MemoEdit edit, string content) => new()
    {
        Id = edit.Id,
        UserId = userId,
        Content = content,
        RevisionCount = 1,
        CreatedAt = edit.CreatedAt is { } written && written < clock.GetUtcNow() ? written : clock.GetUtcNow(),
    };

    private void Place(Memo memo, MemoEdit edit)
    {
        var now = clock.GetUtcNow();
        memo.IsPinned = edit.IsPinned ?? memo.IsPinned;
        memo.IsArchived = edit.IsArchived ?? memo.IsArchived;
        if (edit.IsArchived is false) memo.DiaryDate = null;
        if (edit.DiaryDate.HasValue) memo.DiaryDate = edit.DiaryDate.Value;
        if (edit.IsTrashed is { } trashed) memo.DeletedAt = trashed ? memo.DeletedAt ?? now : null;
        memo.UpdatedAt = now;
    }

    /// <summary>Gives the memo its new content, with what the text says about itself, and records the revision.</summary>
    private void Revise(MosaicDb db, Memo memo, string content, MemoEdit edit)
    {
        var text = MarkdownOutline.Of(content);
        var putOn = edit.Tags?.Select(TagRules.Clean) ?? memo.Tags.Except(MarkdownOutline.Of(memo.Content).Tags);
        memo.Content = content;
        memo.AiSummary = null;
        memo.Tags = MemoTags.Join(text.Tags, putOn);
        (memo.TaskCount, memo.OpenTaskCount) = (text.TaskCount, text.OpenTaskCount);
        db.Add(new MemoRevision
        {
            Id = Guid.CreateVersion7(),
            MemoId = memo.Id,
            UserId = memo.UserId,
            RevisionNumber = memo.RevisionCount,
            Content = content,
            Tags = memo.Tags,
            Source = edit.Source,
            RestoredFrom = edit.RestoredFrom,
            CreatedAt = clock.GetUtcNow(),
            UpdatedAt = clock.GetUtcNow(),
        });
    }

    private static async Task KeepFromAiAsync(MosaicDb db, Memo memo, bool excluded, CancellationToken cancellationToken)
    {
        memo.AiExcluded = excluded;
        if (!excluded) return;
        memo.AiSummary = null;
        await db.ForgetDerivedAsync([memo.Id], cancellationToken);
    }
}
