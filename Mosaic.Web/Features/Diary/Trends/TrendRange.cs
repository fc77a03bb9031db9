namespace Mosaic.Web.Features.Diary.Trends;

/// <summary>Which days trends are of: so many up to today.</summary>
/// <param name="Address">How addresses write it.</param>
/// <param name="Name">What people read.</param>
/// <param name="Days">How many; null for all.</param>
public sealed record TrendRange(string Address, string Name, int? Days)
{
    public static IReadOnlyList<TrendRange> All { get; } = [new("30", "30 days", 30), new("90", "90 days", 90), new("365", "A year", 365), new("all", "All", null)];

    /// <summary>90 days for what is no range.</summary>
    public static TrendRange Of(string? address) => All.FirstOrDefault(range => range.Address == address) ?? All[1];
}
