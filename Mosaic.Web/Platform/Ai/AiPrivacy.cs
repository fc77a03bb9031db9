using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Platform.Ai;

/// <summary>Decides in the last moment what a model may read: only what is this person's, not in the trash and not kept from AI.</summary>
internal sealed class AiPrivacy(IDbContextFactory<MosaicDb> databases)
{
    public const string Memo = "memo";

    /// <summary>The request without what may not be read.</summary>
    /// <exception cref="AiException">What was asked about may not be read.</exception>
    public async Task<AiRequest> ReadableAsync(AiRequest request, CancellationToken cancellationToken)
    {
        var readable = await ReadableAsync(request.UserId, request.Sources, cancellationToken);
        var isAboutOne = request.Purpose is AiPurpose.Tags or AiPurpose.Summary or AiPurpose.Title or AiPurpose.Reply;
        if (isAboutOne && request.Sources is [var subject, ..] && !readable.Contains(subject)) throw KeptFromAi();
        return readable.Count == request.Sources.Count ? request : request with { Sources = readable };
    }

    /// <inheritdoc cref="ReadableAsync(AiRequest, CancellationToken)"/>
    public async Task<IReadOnlyList<AiSource>> ReadableAsync(Guid userId, IReadOnlyList<AiSource> sources, CancellationToken cancellationToken)
    {
        var memos = sources.Where(source => source.Kind == Memo).Select(source => source.Id).Distinct().ToArray();
        if (memos.Length == 0) return sources;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var readable = await db.Memos.Where(memo => memos.Contains(memo.Id) && memo.UserId == userId && !memo.AiExcluded && memo.DeletedAt == null)
            .Select(memo => memo.Id).ToHashSetAsync(cancellationToken);
        return [.. sources.Where(source => source.Kind != Memo || readable.Contains(source.Id))];
    }

    /// <summary>Whether all may still be read, and until the caller's transaction ends nobody can switch that: who does so later finds what was written about it.</summary>
    public static async Task<bool> HoldAsync(MosaicDb db, Guid userId, IReadOnlyList<AiSource> sources, CancellationToken cancellationToken)
    {
        var memos = sources.Where(source => source.Kind == Memo).Select(source => source.Id).Distinct().ToArray();
        return memos.Length == 0 || await db.HoldReadableAsync(userId, memos, cancellationToken) == memos.Length;
    }

    public static AiException KeptFromAi() => new(AiFault.KeptFromAi, "The memo is kept from AI or in the trash: nothing was sent.");
}
