namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>What one day took, by the calendar of whoever asks.</summary>
public sealed record UsageDay(DateOnly Day, long Calls, long Failed, long InputTokens, long OutputTokens);
