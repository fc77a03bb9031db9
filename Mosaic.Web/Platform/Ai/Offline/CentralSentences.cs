namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>
/// Chooses the sentences that say most of what all say together: those nearest to the centroid (Radev et al., Centroid-based summarization
/// of multiple documents, 2004), each less the nearer it is to one chosen before (Carbonell and Goldstein, maximal marginal relevance, 1998).
/// </summary>
internal static class CentralSentences
{
    /// <summary>What a sentence loses by repeating one that is chosen.</summary>
    private const float Repetition = 0.3f;

    /// <summary>The first sentence of a memo often says what it is about.</summary>
    private const float FirstPlace = 0.03f;

    /// <summary>Shorter ones (a word, a greeting) say too little to stand alone; in UTF-16 code units, dense signs as three.</summary>
    private const int ShortestSentence = 20;

    /// <summary>Places in the list, in its order.</summary>
    /// <param name="sentences">At most a few hundred: the work is that many times <paramref name="most"/>.</param>
    /// <param name="most">How many to choose.</param>
    /// <param name="room">How long they may be together with a space between, in UTF-16 code units.</param>
    public static IReadOnlyList<int> Choose(IReadOnlyList<string> sentences, int most, int room)
    {
        var directions = sentences.Select(OfflineEmbedding.Embed).ToArray();
        var centre = new float[OfflineEmbedding.Dimensions];
        foreach (var direction in directions)
            for (var i = 0; i < centre.Length; i++) centre[i] += direction[i] / directions.Length;
        var worth = directions.Select((direction, i) => OfflineEmbedding.Likeness(direction, centre) + (i == 0 ? FirstPlace : 0)).ToArray();
        var chosen = new SortedSet<int>();
        var left = room;
        while (chosen.Count < most && Best(sentences, worth, chosen, left) is { } best)
        {
            chosen.Add(best);
            left -= sentences[best].Length + 1;
            for (var i = 0; i < worth.Length; i++) worth[i] -= Repetition * Math.Max(0, OfflineEmbedding.Likeness(directions[i], directions[best])) * worth[i];
        }
        return [.. chosen];
    }

    private static int? Best(IReadOnlyList<string> sentences, float[] worth, SortedSet<int> chosen, int left)
    {
        int? best = null;
        for (var i = 0; i < worth.Length; i++)
            if (!chosen.Contains(i) && sentences[i].Length <= left && Weight(sentences[i]) >= ShortestSentence && (best is null || worth[i] > worth[best.Value])) best = i;
        return best;
    }

    /// <summary>The length of a text, where a sign of a script without spaces says about as much as three letters.</summary>
    public static int Weight(string text)
    {
        var weight = text.Length;
        foreach (var sign in text)
            if (Letters.KindOf(sign) == LetterKind.Dense) weight += 2;
        return weight;
    }
}
