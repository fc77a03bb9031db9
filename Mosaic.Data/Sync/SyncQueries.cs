using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Sync;

/// <summary>How changes are asked for.</summary>
public static class SyncQueries
{
    /// <summary>Up to which number every change is there to be read, and in which database; see the script <c>0007_sync.sql</c>.</summary>
    public static async Task<SyncHorizon> SyncHorizonAsync(this MosaicDb db, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<SyncHorizon>($"""
            SELECT sync_horizon() AS "Seq", (SELECT last_value FROM change_seq) AS "Last", sync_epoch() AS "Epoch"
            """).ToListAsync(cancellationToken))[0];

    /// <summary>What is gone, in the same stretch of numbers.</summary>
    public static IQueryable<SyncTombstone> GoneIn(this MosaicDb db, Guid userId, string entity, long after, long upTo) =>
        db.Set<SyncTombstone>().AsNoTracking()
            .Where(gone => gone.UserId == userId && gone.Entity == entity && gone.ChangeSeq > after && gone.ChangeSeq <= upTo)
            .OrderBy(gone => gone.ChangeSeq);
}
