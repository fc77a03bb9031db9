using Mosaic.Data.Diary;

namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>The moods of a person by their keys.</summary>
public sealed class MoodNames(IReadOnlyList<Mood> moods)
{
    // A person's own goes before a given one of the same key.
    private readonly Dictionary<string, Mood> _byKey = moods.GroupBy(mood => mood.Key).ToDictionary(same => same.Key, same => same.MaxBy(mood => mood.UserId is not null)!, StringComparer.Ordinal);

    /// <summary>In the order of the list they are picked from.</summary>
    public IReadOnlyList<Mood> All => moods;

    /// <summary>Null for none; a mood that was taken from the list is shown as one that has no name any more.</summary>
    public Mood? Find(string? key) => key is null ? null : _byKey.GetValueOrDefault(key) ?? new Mood
    {
        Id = Guid.Empty,
        UserId = Guid.Empty,
        Key = key,
        Name = "another mood",
        Icon = MoodLevels.IconOf(3),
        Color = "#9a958a",
        Level = 3,
    };

    /// <summary>What a mood is called.</summary>
    public string NameOf(string key) => Find(key)!.Name;

    /// <summary>The colour of a mood, for style sheets and pictures: the tokens have those of the given moods, for light and dark.</summary>
    public string ColorOf(string key) => Find(key)! is { UserId: not null } own ? own.Color : $"var(--m-mood-{key})";
}
