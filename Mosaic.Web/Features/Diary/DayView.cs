using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Drafts;
using Mosaic.Web.Features.Diary.Moods;

namespace Mosaic.Web.Features.Diary;

/// <summary>A whole day, as its page shows it.</summary>
public sealed record DayView(DateOnly Date)
{
    /// <summary>Also one in the trash; null when there is none.</summary>
    public DiaryPage? Page { get; init; }

    public DayMood? Mood { get; init; }

    /// <summary>In the order of the clock.</summary>
    public IReadOnlyList<WrittenMemo> Memos { get; init; } = [];

    /// <summary>In the order of the clock.</summary>
    public IReadOnlyList<MoodEntry> CheckIns { get; init; } = [];

    /// <summary>Where the sentences came from; null when a person wrote them.</summary>
    public DraftProvenance? Provenance { get; init; }

    /// <summary>What became of each memo the page was made of, in the order of their marks.</summary>
    public IReadOnlyList<SourceMemo> Sources { get; init; } = [];

    /// <summary>How many memos of the day were written or changed after the page was.</summary>
    public int NewerMemos { get; init; }

    /// <summary>What the last night decided; null when none has looked at the day.</summary>
    public DiaryNight? Night { get; init; }

    public DraftProgress? Progress { get; init; }

    /// <summary>When a night may read the day.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>The same day in other years that have a page, newest first.</summary>
    public IReadOnlyList<DiaryLine> OtherYears { get; init; } = [];

    /// <summary>The last day before this one that has a page.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>The first day after this one that has a page.</summary>
    public DateOnly? After { get; init; }
}
