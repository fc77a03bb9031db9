namespace Mosaic.Web.Features.Diary.Sync;

/// <summary>What a device may set of a check-in; its time only when it is new.</summary>
internal sealed record MoodEntrySyncData
{
    public string? MoodKey { get; init; }
    public int? Score { get; init; }
    public string? Note { get; init; }
    public DateTimeOffset? At { get; init; }
}
