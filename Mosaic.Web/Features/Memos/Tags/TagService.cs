using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Memos.Tags;

/// <summary>A person's tags, and the tags of a memo. Renaming and merging are in <see cref="TagMoves"/>.</summary>
public sealed class TagService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    /// <summary>The tags of memos on the desk, by name; a memo with <c>work/mosaic</c> counts for <c>work</c> too.</summary>
    public async Task<IReadOnlyList<TagCount>> ListAsync(Guid userId, CancellationToken cancellationToken = default) =>
        [.. (await ListAllAsync(userId, cancellationToken)).Where(tag => tag.Count > 0)];

    /// <summary>Those that only memos in the archive carry too.</summary>
    public async Task<IReadOnlyList<TagCount>> ListAllAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.TagCountsAsync(userId, cancellationToken);
    }

    /// <summary>The tags of a memo; null when there is no such memo, or it is another person's or in the trash.</summary>
    public async Task<MemoTagging?> FindAsync(Guid userId, Guid memoId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var memo = await db.Memos.OwnedBy(userId).Living().Where(memo => memo.Id == memoId)
            .Select(memo => new { memo.Content, memo.Tags }).SingleOrDefaultAsync(cancellationToken);
        if (memo is null) return null;
        var inText = TagSyntax.Find(memo.Content);
        return new MemoTagging(inText, [.. memo.Tags.Except(inText)]);
    }

    /// <summary>Makes the tags put on a memo exactly these. Those that stand in its text stay, and no revision is made.</summary>
    public async Task<TagResult> PutOnAsync(Guid userId, Guid memoId, IReadOnlyList<string> tags, CancellationToken cancellationToken = default)
    {
        if (tags.Select(TagRules.Refuse).FirstOrDefault(sentence => sentence is not null) is { } refusal) return new TagResult.Refused(refusal);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockTagsForSavingAsync(userId, cancellationToken);
        await db.LockMemoAsync(memoId, cancellationToken);
        var memo = await db.Memos.OwnedBy(userId).Living().SingleOrDefaultAsync(memo => memo.Id == memoId, cancellationToken);
        if (memo is null) return new TagResult.NotFound();
        string[] all = [.. TagSyntax.Find(memo.Content).Concat(tags.Select(TagRules.Clean)).Distinct()];
        if (all.Length > MemoTags.MostPerMemo) return TooMany();
        var change = new TagChange(memoId, memo.Tags, all, null, memo.RevisionCount);
        memo.Tags = all;
        memo.UpdatedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Memos(userId), memoId.ToString(), CancellationToken.None);
        return new TagResult.Done([change]);
    }

    /// <summary>Puts one tag on several memos. Answers with those that did not have it, for <see cref="TakeOffAsync"/> as the undo.</summary>
    public async Task<IReadOnlyList<Guid>> PutOnManyAsync(Guid userId, IReadOnlyList<Guid> memoIds, string tag, CancellationToken cancellationToken = default)
    {
        if (TagRules.Refuse(tag) is not null) return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var changed = await db.PutTagOnAsync(userId, [.. memoIds], TagRules.Clean(tag), MemoTags.MostPerMemo, clock.GetUtcNow(), cancellationToken);
        if (changed.Count > 0) await live.AnnounceAsync(Topics.Memos(userId), "", CancellationToken.None);
        return changed;
    }

    /// <summary>Takes one tag off several memos, except where it stands in the text.</summary>
    public async Task TakeOffAsync(Guid userId, IReadOnlyList<Guid> memoIds, string tag, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockTagsAsync(userId, cancellationToken);
        var memos = await db.TaggedAsync(userId, [.. memoIds], cancellationToken);
        TagChange[] changes = [.. memos.Select(memo => TagRewrite.TakeOff(memo, TagRules.Clean(tag))).OfType<TagChange>()];
        await db.WriteTagsAsync(userId, changes, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Memos(userId), "", CancellationToken.None);
    }

    private static TagResult.Refused TooMany() => new($"A memo carries at most {MemoTags.MostPerMemo} tags. Take one off first.");
}
