namespace Mosaic.Data.Diary;

/// <summary>A page as lists show it.</summary>
/// <remarks>The excerpt is the beginning of its text, at most <see cref="ExcerptLength"/> UTF-16 code units.</remarks>
public sealed record DiaryLine(
    DateOnly Date, Guid Id, string Excerpt, string? MoodKey, short? MoodScore, string GenerationSource, string State, bool IsLocked, int Revision)
{
    public const int ExcerptLength = 300;
}
