namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>Whose word the mood of a day is.</summary>
public enum MoodOrigin
{
    /// <summary>The person said so for the day.</summary>
    Person,

    /// <summary>The median of the day's check-ins.</summary>
    CheckIns,

    /// <summary>A draft proposes it.</summary>
    Draft,
}
