namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>The limits of the house, and when a person's day and month began.</summary>
internal sealed record BudgetFrame(long DailyTokens, long MonthlyTokens, DateTimeOffset Today, DateTimeOffset Month);
