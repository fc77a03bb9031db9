using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Features.Memos.Tags;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Memos.Ai;

/// <summary>What a person does with tags that were proposed. The words come from a model, the decision never does.</summary>
public sealed class TagProposals(IDbContextFactory<MosaicDb> databases, TagService tags, Live live, TimeProvider clock)
{
    /// <summary>Puts a proposed tag on the memo; the others stay proposed. False when it is not proposed any more, or not theirs.</summary>
    public async Task<bool> AcceptAsync(Guid userId, Guid memoId, string tag, CancellationToken cancellationToken = default)
    {
        if (!await RemoveAsync(userId, memoId, tag, cancellationToken)) return false;
        return (await tags.PutOnManyAsync(userId, [memoId], tag, cancellationToken)).Count > 0;
    }

    /// <summary>Refuses all tags proposed for the memo; they are not proposed again for this text.</summary>
    public async Task<IReadOnlyList<string>> DismissAsync(Guid userId, Guid memoId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var proposed = await db.MemoAi.Where(made => made.MemoId == memoId && made.UserId == userId).Select(made => made.ProposedTags).SingleOrDefaultAsync(cancellationToken);
        if (proposed is not { Length: > 0 }) return [];
        await SetAsync(db, userId, memoId, [], cancellationToken);
        return proposed;
    }

    /// <summary>Proposes again what was refused.</summary>
    public async Task OfferAgainAsync(Guid userId, Guid memoId, IReadOnlyList<string> tags, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await SetAsync(db, userId, memoId, [.. tags], cancellationToken);
    }

    private async Task SetAsync(MosaicDb db, Guid userId, Guid memoId, string[] tags, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.MemoAi.Where(made => made.MemoId == memoId && made.UserId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(made => made.ProposedTags, tags).SetProperty(made => made.UpdatedAt, now), cancellationToken);
        await live.AnnounceAsync(Topics.Memos(userId), memoId.ToString(), CancellationToken.None);
    }

    private async Task<bool> RemoveAsync(Guid userId, Guid memoId, string tag, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Database.ExecuteSqlAsync(
            $"UPDATE memo_ai SET proposed_tags = array_remove(proposed_tags, {tag}), updated_at = {clock.GetUtcNow()} WHERE memo_id = {memoId} AND user_id = {userId} AND {tag} = ANY (proposed_tags)",
            cancellationToken) > 0;
    }
}
