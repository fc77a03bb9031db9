using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>The memos that one embedding model has not placed, person by person, in batches of one person's.</summary>
internal sealed class MissingMemos(IDbContextFactory<MosaicDb> databases, AiConfig config)
{
    private const int PageSize = 256;

    /// <summary>About as many as one call of a provider takes: what is paid for is written before more is asked for.</summary>
    private const int PaidSize = 32;

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Indexable().NotPlacedBy(db, config.Provider, config.Model).CountAsync(cancellationToken);
    }

    public async IAsyncEnumerable<(Guid UserId, IReadOnlyList<Guid> MemoIds)> BatchesAsync(
        Func<Guid, bool> isOver, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var userId in await db.Users.OrderBy(user => user.Id).Select(user => user.Id).ToListAsync(cancellationToken))
        {
            Guid? after = null;
            while (!isOver(userId))
            {
                var last = after;
                var page = await db.Indexable().Where(memo => memo.UserId == userId && (last == null || memo.Id > last)).OrderBy(memo => memo.Id).Take(PageSize)
                    .Select(memo => memo.Id).ToListAsync(cancellationToken);
                // Asked for these alone: sought among all memos, each page would go through all that is placed.
                var missing = await db.Memos.Where(memo => page.Contains(memo.Id)).NotPlacedBy(db, config.Provider, config.Model).Select(memo => memo.Id).ToListAsync(cancellationToken);
                foreach (var batch in missing.Chunk(config.IsOffline ? PageSize : PaidSize)) yield return (userId, batch);
                if (page.Count < PageSize) break;
                after = page[^1];
            }
        }
    }
}
