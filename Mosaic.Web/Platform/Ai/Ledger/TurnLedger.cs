using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Ai;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>Writes every call down. A call that runs is in the book with its estimate, so that two at once cannot both take the last tokens.</summary>
internal sealed class TurnLedger(IDbContextFactory<MosaicDb> databases, AiBudgets budgets, Live.Live live, TimeProvider clock)
{
    /// <exception cref="AiException">The budget does not allow it, which is written down too, or a source may not be read any more: nothing may be sent.</exception>
    public async Task<OpenTurn> BeginAsync(TurnStart start, CancellationToken cancellationToken)
    {
        var frame = start.IsFree ? null : await budgets.FrameAsync(start.UserId, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var budget = frame is null ? null : await LockBudgetAsync(db, start.UserId, frame, cancellationToken);
        var isRefused = budget is { HasLimit: true } && budget.Exceeds(start.Estimate.Sum);
        if (!isRefused && !await AiPrivacy.HoldAsync(db, start.UserId, start.Sources, cancellationToken)) throw AiPrivacy.KeptFromAi();
        var turn = NewTurn(start, isRefused);
        db.Add(turn);
        if (!isRefused) AddReading(db, turn, start);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (budget is { HasLimit: true } && (isRefused || (!budget.IsNear && budget.With(start.Estimate.Sum).IsNear)))
            await live.AnnounceAsync(Topics.AiBudget(start.UserId), cancellationToken: CancellationToken.None);
        return isRefused ? throw new AiException(AiFault.Budget, budget!.Refusal(start.Estimate.Sum)) : new OpenTurn(turn.Id, budget?.With(start.Estimate.Sum).Warning);
    }

    public async Task EndAsync(OpenTurn turn, TurnEnd end)
    {
        var latency = (int)turn.Elapsed.TotalMilliseconds;
        var first = (int?)end.FirstToken?.TotalMilliseconds;
        await using var db = await databases.CreateDbContextAsync();
        await db.TurnMetrics.Where(row => row.Id == turn.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Outcome, end.Outcome)
            .SetProperty(row => row.Classification, Word(end.Fault))
            .SetProperty(row => row.InputTokens, end.Tokens.Input)
            .SetProperty(row => row.OutputTokens, end.Tokens.Output)
            .SetProperty(row => row.CachedTokens, end.Tokens.Cached)
            .SetProperty(row => row.IsEstimated, end.Tokens.IsEstimated)
            .SetProperty(row => row.FirstTokenMs, first)
            .SetProperty(row => row.LatencyMs, latency)
            .SetProperty(row => row.Cost, end.Cost));
    }

    internal static string Word(AiFault fault) => fault.ToString().ToLowerInvariant();

    private static async Task<BudgetState> LockBudgetAsync(MosaicDb db, Guid userId, BudgetFrame frame, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"ai-budget:" + userId}, 0))", cancellationToken);
        return await AiBudgets.ReadAsync(db, userId, frame, cancellationToken);
    }

    private TurnMetric NewTurn(TurnStart start, bool isRefused) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        UserId = start.UserId,
        Purpose = start.Purpose.Key(),
        ConversationId = start.ConversationId,
        RoomId = start.RoomId,
        TurnNumber = start.TurnNumber,
        Provider = start.Provider,
        Model = start.Model,
        InputTokens = isRefused ? 0 : start.Estimate.Input,
        OutputTokens = isRefused ? 0 : start.Estimate.Output,
        IsEstimated = true,
        Outcome = isRefused ? TurnOutcome.Refused : TurnOutcome.Running,
        Classification = Word(isRefused ? AiFault.Budget : AiFault.None),
        CreatedAt = clock.GetUtcNow(),
    };

    private static void AddReading(MosaicDb db, TurnMetric turn, TurnStart start)
    {
        db.AddRange(start.Sources.Select((source, position) => new TurnSource
        {
            TurnId = turn.Id,
            Position = position,
            Kind = source.Kind,
            SourceId = source.Id,
            Revision = source.Revision,
            Score = (float?)source.Score,
        }));
        if (start.Prompt is { } prompt)
            db.Add(new TurnPrompt { TurnId = turn.Id, UserId = turn.UserId, Prompt = prompt.Replace("\0", "", StringComparison.Ordinal), CreatedAt = turn.CreatedAt });
    }
}
