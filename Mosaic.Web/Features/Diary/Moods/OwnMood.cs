namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>A mood as its person wants it.</summary>
/// <param name="Key">Null for a new one.</param>
/// <param name="Name">1 to 40 characters.</param>
/// <param name="Color"><c>#rrggbb</c>.</param>
/// <param name="Level">1, bad, to 5, good.</param>
public sealed record OwnMood(string? Key, string Name, string Color, int Level);
