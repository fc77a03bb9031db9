using Mosaic.Data.Diary;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Diary.Sync;

/// <summary>What a device may set of a page. What is left out stays.</summary>
internal sealed record DiarySyncData
{
    /// <summary>Which day; a page never changes it.</summary>
    public DateOnly? Date { get; init; }

    public string? Summary { get; init; }
    public Given<string?> MoodKey { get; init; }
    public Given<int?> MoodScore { get; init; }
    public bool? AutoGenerationLocked { get; init; }

    /// <summary><c>kept</c> keeps a draft.</summary>
    public string? State { get; init; }

    public DiaryEdit For(SyncChange change, DateOnly date) => new(date, change.BaseRevision ?? 0)
    {
        Id = change.Id,
        Summary = Summary,
        MoodKey = MoodKey,
        MoodScore = MoodScore,
        IsLocked = AutoGenerationLocked,
        Keeps = State == DiaryState.Kept,
        Source = DiaryRevision.Api,
    };
}
