using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Memos.Tags;

/// <summary>
/// Changes one tag on all memos of a person: all or nothing, one change at a time, and the same change twice does nothing the second time.
/// A text in which the tag stands is rewritten, which makes a revision; a tag only put on a memo makes none.
/// </summary>
public sealed class TagMoves(IDbContextFactory<MosaicDb> databases, Live live, MemoSteps steps, TimeProvider clock)
{
    private const int BatchSize = 500;

    public async Task<TagPreview> PreviewAsync(Guid userId, string tag, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var ids = await db.TaggedIdsAsync(userId, tag, cancellationToken);
        var probe = new TagMove(tag, "-");
        var texts = 0;
        foreach (var batch in ids.Chunk(BatchSize))
            texts += (await db.TaggedAsync(userId, batch, cancellationToken)).Count(memo => TagRewrite.Move(memo, probe)?.Content is not null);
        return new TagPreview(ids.Length, texts, await db.TagsBelowAsync(userId, tag, cancellationToken));
    }

    /// <summary>Renames a tag; if the person has the new one already, both become one.</summary>
    public async Task<TagResult> MoveAsync(
        Guid userId, string from, string to, IProgress<TagProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var move = new TagMove(TagRules.Clean(from), TagRules.Clean(to));
        if (TagRules.Refuse(to) is { } sentence) return new TagResult.Refused(sentence);
        if (move.Refuse(await BelowAsync(userId, move.From, cancellationToken)) is { } refusal) return new TagResult.Refused(refusal);
        return await ChangeAsync(userId, move.From, memo => TagRewrite.Move(memo, move), progress, cancellationToken);
    }

    /// <summary>Takes a tag, and those below it, off all memos in whose text it does not stand.</summary>
    public Task<TagResult> RemoveAsync(Guid userId, string tag, IProgress<TagProgress>? progress = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(userId, TagRules.Clean(tag), memo => TagRewrite.TakeOff(memo, TagRules.Clean(tag)), progress, cancellationToken);

    /// <summary>Takes changes back, except on memos somebody changed since. Answers with how many were given back.</summary>
    public async Task<int> UndoAsync(Guid userId, IReadOnlyList<TagChange> changes, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockTagsAsync(userId, cancellationToken);
        var given = 0;
        foreach (var batch in changes.Chunk(BatchSize))
        {
            given += await db.TakeBackAsync(userId, batch, clock.GetUtcNow(), cancellationToken);
            await steps.EnqueueAsync(db, Rewritten(batch), cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Memos(userId), "", CancellationToken.None);
        return given;
    }

    private async Task<List<string>> BelowAsync(Guid userId, string tag, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.TagsBelowAsync(userId, tag, cancellationToken);
    }

    private async Task<TagResult> ChangeAsync(
        Guid userId, string tag, Func<TaggedMemo, TagChange?> change, IProgress<TagProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockTagsAsync(userId, cancellationToken);
        var ids = await db.TaggedIdsAsync(userId, tag, cancellationToken);
        var done = new List<TagChange>();
        for (var from = 0; from < ids.Length; from += BatchSize)
        {
            progress?.Report(new TagProgress(from, ids.Length));
            var memos = await db.TaggedAsync(userId, ids[from..Math.Min(from + BatchSize, ids.Length)], cancellationToken);
            TagChange[] changes = [.. memos.Select(change).OfType<TagChange>()];
            if (changes.Count(memo => memo.Content?.Length > Memo.MaxLength) is > 0 and var tooLong) return TooLong(tooLong);
            await db.WriteTagsAsync(userId, changes, clock.GetUtcNow(), cancellationToken);
            await steps.EnqueueAsync(db, Rewritten(changes), cancellationToken);
            // The new texts are written; only that there were some is remembered, since an account may hold many.
            done.AddRange(changes.Select(memo => memo.Content is null ? memo : memo with { Content = "" }));
        }
        await transaction.CommitAsync(cancellationToken);
        progress?.Report(new TagProgress(ids.Length, ids.Length));
        if (done.Count > 0) await live.AnnounceAsync(Topics.Memos(userId), "", CancellationToken.None);
        return new TagResult.Done(done);
    }

    private static Guid[] Rewritten(IEnumerable<TagChange> changes) => [.. changes.Where(change => change.Content is not null).Select(change => change.MemoId)];

    private static TagResult.Refused TooLong(int memos) => new(string.Create(CultureInfo.InvariantCulture,
        $"{(memos == 1 ? "A memo" : $"{memos} memos")} would grow over the limit of {Memo.MaxLength:N0} characters. Choose a shorter name or shorten the text first."));
}
