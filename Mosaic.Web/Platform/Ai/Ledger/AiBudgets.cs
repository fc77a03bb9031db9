using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Ai;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>What a person has used and may use. The lower of the house's limit and the person's own holds.</summary>
public sealed class AiBudgets(IDbContextFactory<MosaicDb> databases, AppSettingsReader settings, People people, TimeProvider clock)
{
    public async Task<BudgetState> FindAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var frame = await FrameAsync(userId, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, userId, frame, cancellationToken);
    }

    /// <summary>When today's tokens come back, for work that can wait.</summary>
    public async Task<DateTimeOffset> NextDayAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        return await people.FindAsync(userId, cancellationToken) is { } person ? person.StartOf(person.DayOf(now).AddDays(1)) : now.AddDays(1);
    }

    /// <summary>What has to be known before; it may ask the database itself, which nobody should do who holds a connection and a lock.</summary>
    internal async Task<BudgetFrame> FrameAsync(Guid userId, CancellationToken cancellationToken)
    {
        var house = await settings.GetAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await people.FindAsync(userId, cancellationToken) is not { } person) return new BudgetFrame(house.AiDailyTokens, house.AiMonthlyTokens, now.AddDays(-1), now.AddDays(-30));
        var day = person.DayOf(now);
        return new BudgetFrame(house.AiDailyTokens, house.AiMonthlyTokens, person.StartOf(day), person.StartOf(new DateOnly(day.Year, day.Month, 1)));
    }

    internal static async Task<BudgetState> ReadAsync(MosaicDb db, Guid userId, BudgetFrame frame, CancellationToken cancellationToken)
    {
        var own = await db.UserAiSettings.AsNoTracking().Where(row => row.UserId == userId)
            .Select(row => new { row.DailyTokens, row.MonthlyTokens }).SingleOrDefaultAsync(cancellationToken);
        var used = await db.TurnMetrics
            .Where(turn => turn.UserId == userId && turn.CreatedAt >= frame.Month && turn.Provider != AiProviders.Offline && turn.Outcome != TurnOutcome.Refused)
            .GroupBy(_ => 1)
            .Select(turns => new
            {
                Month = turns.Sum(turn => (long)turn.InputTokens + turn.OutputTokens),
                Today = turns.Sum(turn => turn.CreatedAt >= frame.Today ? (long)turn.InputTokens + turn.OutputTokens : 0),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return new BudgetState(
            used?.Today ?? 0, Lower(frame.DailyTokens, own?.DailyTokens ?? 0), used?.Month ?? 0, Lower(frame.MonthlyTokens, own?.MonthlyTokens ?? 0));
    }

    private static long Lower(long one, long other) => one == 0 ? other : other == 0 ? one : Math.Min(one, other);
}
