using System.Collections.Frozen;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>Which words mean nearly the same, in English and German: a small table written by hand.</summary>
internal static class Concepts
{
    /// <summary>The shortest part of a compound that is looked up, such as Arzt in Tierarzt.</summary>
    private const int ShortestPart = 4;

    private static readonly FrozenDictionary<ulong, Concept> ByWord = Load();

    /// <summary>The group of a folded word, by its form or its stem; null when the table does not know it.</summary>
    public static Concept? Of(ReadOnlySpan<char> word, ReadOnlySpan<char> stem) => Exactly(word) ?? Exactly(stem);

    /// <summary>The group of the part that a German compound ends with, or else begins with.</summary>
    public static Concept? OfPart(ReadOnlySpan<char> word)
    {
        for (var start = 3; start <= word.Length - ShortestPart; start++)
            if (Exactly(word[start..]) is { } found) return found;
        for (var end = word.Length - 3; end >= ShortestPart; end--)
            if (Exactly(word[..end]) is { } found) return found;
        return null;
    }

    private static Concept? Exactly(ReadOnlySpan<char> word) => ByWord.GetValueOrDefault(FeatureHash.Of(word));

    private static FrozenDictionary<ulong, Concept> Load()
    {
        var topics = new Dictionary<string, Topic>(StringComparer.Ordinal);
        var groups = new Dictionary<ulong, Concept>();
        var stems = new Dictionary<ulong, Concept>();
        foreach (var (heading, words) in WordFile.Read("offline-concepts.txt"))
        {
            if (!topics.TryGetValue(heading[0], out var topic))
                topics[heading[0]] = topic = new Topic(FeatureHash.Of("topic " + heading[0]), heading[0], heading[1]);
            var concept = new Concept(FeatureHash.Of($"concept {heading[0]} {words[0]}"), topic);
            foreach (var word in words.SelectMany(WordFile.Folded))
            {
                groups.TryAdd(FeatureHash.Of(word), concept);
                stems.TryAdd(FeatureHash.Of(WordStem.Of(word)), concept);
            }
        }
        // A word as it is written goes before what another word is cut to.
        foreach (var (stem, concept) in stems) groups.TryAdd(stem, concept);
        return groups.ToFrozenDictionary();
    }
}
