namespace Mosaic.Web.Features.Diary.CheckIns;

/// <summary>How somebody felt: at a time that is over, or now.</summary>
/// <param name="Id">A new one, or that of the check-in to correct; its time stays then.</param>
/// <param name="MoodKey">The key of a mood.</param>
/// <param name="Score">1 to 10.</param>
/// <param name="Note">At most 500 characters.</param>
/// <param name="At">A time to come counts as now.</param>
public sealed record CheckIn(Guid Id, string MoodKey, int Score, string? Note = null, DateTimeOffset? At = null);
