namespace Mosaic.Data.Diary;

/// <summary>A memo as far as a day asks for it. <paramref name="ChangedAt"/> is when its text was last written, <paramref name="Length"/> is in UTF-16 code units.</summary>
public sealed record DayMemo(
    Guid Id, DateTimeOffset WrittenAt, DateOnly? DiaryDate, bool IsKeptFromAi, bool IsArchived, int Length, string[] Tags, DateTimeOffset ChangedAt);
