using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Moods;

namespace Mosaic.Web.Features.Diary;

/// <summary>What is known of a day where many are shown: months, years, trends.</summary>
/// <param name="Date">Which day.</param>
/// <param name="Page">Its page; null when there is none.</param>
/// <param name="Mood">Its mood; null when nobody named one.</param>
/// <param name="CheckIns">In the order of the clock.</param>
/// <param name="Tags">Those of its memos.</param>
/// <param name="MemoCount">How many memos it has.</param>
public sealed record DayLine(DateOnly Date, DiaryLine? Page, DayMood? Mood, IReadOnlyList<MoodEntry> CheckIns, IReadOnlyList<string> Tags, int MemoCount);
