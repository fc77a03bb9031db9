using Mosaic.Web.Features.Search.Recall;

namespace Mosaic.Web.Features.Bots.Recall;

/// <summary>What a bot recalls of what its person wrote before.</summary>
public static class RecallRules
{
    /// <summary>How near a passage must be, by the offline helper's places and by a model's.</summary>
    public static readonly (double Offline, double Model) Least = (0.35, 0.5);

    /// <summary>How many of the nearest are looked at.</summary>
    public const int Candidates = 40;

    /// <summary>How many are recalled.</summary>
    public const int Most = 5;

    /// <summary>How long they may be together, in UTF-16 code units.</summary>
    public const int MaxLength = 1_600;

    private const double Nearness = 0.55, Freshness = 0.25, Kinship = 0.20, FadesInDays = 30;

    /// <summary>What a passage is chosen by, 0 to 1: how near it is, how fresh, and how many of the tags it shares.</summary>
    public static double Score(NearPassage passage, IReadOnlyCollection<string> tags, DateTimeOffset now)
    {
        var days = Math.Max(0, (now - passage.WrittenAt).TotalDays);
        var shared = tags.Count == 0 ? 0 : (double)tags.Count(tag => passage.TagPaths.Contains(tag)) / tags.Count;
        return Nearness * Math.Clamp(passage.Cosine, 0, 1) + Freshness * Math.Exp(-days / FadesInDays) + Kinship * shared;
    }

    /// <summary>The best ones that have room, best first. One that is too long is passed over for shorter ones behind it.</summary>
    public static IReadOnlyList<(NearPassage Passage, double Score)> Choose(IEnumerable<NearPassage> near, IReadOnlyCollection<string> tags, DateTimeOffset now)
    {
        var chosen = new List<(NearPassage, double)>();
        var room = MaxLength;
        foreach (var (passage, score) in near.Select(passage => (Passage: passage, Score: Score(passage, tags, now))).OrderByDescending(one => one.Score).ThenBy(one => one.Passage.MemoId))
        {
            if (chosen.Count == Most) break;
            if (passage.Text.Length > room) continue;
            room -= passage.Text.Length;
            chosen.Add((passage, score));
        }
        return chosen;
    }
}
