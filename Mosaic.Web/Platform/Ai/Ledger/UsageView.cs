using System.Globalization;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Platform.Ai.Ledger;

/// <summary>The last thirty days of use, worded for a page.</summary>
public sealed record UsageView(IReadOnlyList<UsageDay> Days, IReadOnlyList<UsageLine> Purposes, IReadOnlyList<TurnLine> Newest)
{
    private const int DayCount = 30;
    private const int NewestCount = 20;

    public static IReadOnlyList<string> PurposeHeadings { get; } = ["Purpose", "By", "Calls", "Failed", "Tokens in", "Tokens out", "Cost", "Half within", "95 % within"];

    public bool IsEmpty => Purposes.Count == 0;

    public IReadOnlyList<IReadOnlyList<string>> PurposeRows =>
    [
        .. Purposes.Select(line => (IReadOnlyList<string>)
        [
            AiPurposes.Find(line.Purpose)?.Title() ?? line.Purpose, AiProviders.TitleOf(line.Provider), UsageWords.Number(line.Calls), UsageWords.Share(line.Failed, line.Calls),
            UsageWords.Number(line.InputTokens), UsageWords.Number(line.OutputTokens), line.Cost is { } cost ? UsageWords.Cost(cost) : "–",
            UsageWords.Milliseconds(line.P50), UsageWords.Milliseconds(line.P95),
        ]),
    ];

    /// <summary>Of one person, or of the house where there is none; days are the reader's.</summary>
    public static async Task<UsageView> ReadAsync(UsageReport report, Guid? userId, Person reader, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var since = reader.StartOf(reader.DayOf(now).AddDays(1 - DayCount));
        var found = (await report.DaysAsync(userId, since, reader.Zone, cancellationToken)).ToDictionary(day => day.Day);
        var days = Enumerable.Range(1 - DayCount, DayCount).Select(ago => reader.DayOf(now).AddDays(ago)).Select(day => found.GetValueOrDefault(day) ?? new UsageDay(day, 0, 0, 0, 0));
        return new UsageView([.. days], await report.SinceAsync(userId, since, cancellationToken), await report.NewestAsync(userId, null, NewestCount, cancellationToken));
    }

    public static string NameOf(UsageDay day) => day.Day.ToString("d MMM", CultureInfo.InvariantCulture);
}
