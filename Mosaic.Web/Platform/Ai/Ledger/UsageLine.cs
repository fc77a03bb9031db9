namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>What one purpose took in a time. Latencies are in milliseconds, of calls that went well; null where there was none.</summary>
public sealed record UsageLine(string Purpose, string Provider, long Calls, long Failed, long InputTokens, long OutputTokens, decimal? Cost, double? P50, double? P95);
