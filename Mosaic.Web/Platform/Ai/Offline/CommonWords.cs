using System.Collections.Frozen;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>How much a word tells about a text, for want of a corpus to count in.</summary>
internal static class CommonWords
{
    /// <summary>Not nothing, so that a text of such words alone still has a direction.</summary>
    public const float StopWeight = 0.02f;

    public const float CommonWeight = 0.3f;

    private static readonly FrozenDictionary<ulong, float> Weights = Load();

    /// <summary>From <see cref="StopWeight"/> to 1, for a folded word.</summary>
    public static float WeightOf(ReadOnlySpan<char> word) => WeightOf(FeatureHash.Of(word));

    public static float WeightOf(ulong hash) => Weights.TryGetValue(hash, out var weight) ? weight : 1;

    private static FrozenDictionary<ulong, float> Load()
    {
        var weights = new Dictionary<ulong, float>();
        foreach (var (heading, words) in WordFile.Read("offline-common-words.txt"))
            foreach (var word in words.SelectMany(WordFile.Folded))
                weights.TryAdd(FeatureHash.Of(word), heading[0] == "stop" ? StopWeight : CommonWeight);
        return weights.ToFrozenDictionary();
    }
}
