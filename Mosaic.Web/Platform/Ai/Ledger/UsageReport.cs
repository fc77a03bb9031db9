using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Ai;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>Reads the record of calls: of one person, or of the whole house for admins, who see numbers and never texts.</summary>
public sealed class UsageReport(IDbContextFactory<MosaicDb> databases)
{
    /// <summary>By purpose and provider since a time, the busiest first. The house where <paramref name="userId"/> is null.</summary>
    public async Task<IReadOnlyList<UsageLine>> SinceAsync(Guid? userId, DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Database.SqlQuery<UsageLine>($"""
            SELECT purpose, provider, count(*) AS calls, count(*) FILTER (WHERE outcome IN ('failed', 'refused')) AS failed,
              sum(input_tokens) AS "InputTokens", sum(output_tokens) AS "OutputTokens", sum(cost) AS cost,
              percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE outcome = 'ok') AS p50,
              percentile_cont(0.95) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE outcome = 'ok') AS p95
            FROM turn_metrics WHERE created_at >= {since} AND ({userId}::uuid IS NULL OR user_id = {userId})
            GROUP BY purpose, provider ORDER BY calls DESC, purpose, provider
            """).ToListAsync(cancellationToken);
    }

    /// <summary>Each day since a time that had a call, in order; days are those of the zone.</summary>
    public async Task<IReadOnlyList<UsageDay>> DaysAsync(Guid? userId, DateTimeOffset since, TimeZoneInfo zone, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Database.SqlQuery<UsageDay>($"""
            SELECT (created_at AT TIME ZONE {zone.Id})::date AS day, count(*) AS calls, count(*) FILTER (WHERE outcome IN ('failed', 'refused')) AS failed,
              sum(input_tokens) AS "InputTokens", sum(output_tokens) AS "OutputTokens"
            FROM turn_metrics WHERE created_at >= {since} AND ({userId}::uuid IS NULL OR user_id = {userId})
            GROUP BY day ORDER BY day
            """).ToListAsync(cancellationToken);
    }

    /// <summary>The newest calls before one of them, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<TurnLine>> NewestAsync(Guid? userId, Guid? before, int most, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var turns = Of(db, userId).Where(turn => before == null || turn.Id < before).OrderByDescending(turn => turn.Id).Take(most);
        return await AsLines(db, turns).ToListAsync(cancellationToken);
    }

    /// <summary>All calls since a time, oldest first, one at a time.</summary>
    public async IAsyncEnumerable<TurnLine> AllAsync(
        Guid? userId, DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var turns = Of(db, userId).Where(turn => turn.CreatedAt >= since).OrderBy(turn => turn.CreatedAt).ThenBy(turn => turn.Id);
        await foreach (var line in AsLines(db, turns).AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return line;
    }

    private static IQueryable<TurnMetric> Of(MosaicDb db, Guid? userId) => userId is { } id ? db.TurnMetrics.Where(turn => turn.UserId == id) : db.TurnMetrics;

    private static IQueryable<TurnLine> AsLines(MosaicDb db, IQueryable<TurnMetric> turns) => turns.AsNoTracking().Select(turn => new TurnLine(
        turn.Id, turn.CreatedAt, db.Users.Where(user => user.Id == turn.UserId).Select(user => user.UserName!).First(), turn.Purpose, turn.Provider, turn.Model,
        turn.InputTokens, turn.OutputTokens, turn.CachedTokens, turn.IsEstimated, turn.FirstTokenMs, turn.LatencyMs, turn.Cost, turn.Outcome, turn.Classification));
}
