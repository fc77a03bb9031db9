using System.Globalization;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>Tokens a person has used, and how many they may; a limit of 0 is none. Days and months are the person's own.</summary>
public sealed record BudgetState(long UsedToday, long DailyLimit, long UsedThisMonth, long MonthlyLimit)
{
    private const double WarnsAt = 0.8;

    public bool HasLimit => DailyLimit > 0 || MonthlyLimit > 0;

    /// <summary>How much of the nearer limit is used, 0 to 1 and beyond.</summary>
    public double Share => Math.Max(Of(UsedToday, DailyLimit), Of(UsedThisMonth, MonthlyLimit));

    public bool IsNear => Share >= WarnsAt;

    /// <summary>Whether so many more would go past a limit.</summary>
    public bool Exceeds(long more) => (DailyLimit > 0 && UsedToday + more > DailyLimit) || (MonthlyLimit > 0 && UsedThisMonth + more > MonthlyLimit);

    public BudgetState With(long more) => this with { UsedToday = UsedToday + more, UsedThisMonth = UsedThisMonth + more };

    /// <summary>A sentence from 80 % on.</summary>
    public string? Warning => !IsNear ? null : Of(UsedToday, DailyLimit) >= Of(UsedThisMonth, MonthlyLimit)
        ? $"{Percent(UsedToday, DailyLimit)} of today's AI tokens are used."
        : $"{Percent(UsedThisMonth, MonthlyLimit)} of this month's AI tokens are used.";

    /// <summary>Why a call that needs so many more is refused.</summary>
    public string Refusal(long more) => DailyLimit > 0 && UsedToday + more > DailyLimit
        ? "Today's AI tokens are used up: they come back tomorrow, or raise the budget on the AI page."
        : "This month's AI tokens are used up: they come back next month, or raise the budget on the AI page.";

    private static double Of(long used, long limit) => limit > 0 ? (double)used / limit : 0;

    private static string Percent(long used, long limit) => string.Create(CultureInfo.InvariantCulture, $"{100 * Of(used, limit):0} %");
}
