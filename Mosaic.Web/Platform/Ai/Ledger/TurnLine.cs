namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>One call as lists and files show it.</summary>
public sealed record TurnLine(
    Guid Id, DateTimeOffset CreatedAt, string UserName, string Purpose, string Provider, string Model, int InputTokens, int OutputTokens, int CachedTokens, bool IsEstimated,
    int? FirstTokenMs, int? LatencyMs, decimal? Cost, string Outcome, string Classification);
