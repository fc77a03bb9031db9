namespace Mosaic.Bench.Quality;

/// <summary>How good the first ten answers to a query are. Answers that stand in the list twice count where they stand first.</summary>
internal static class Ranking
{
    /// <summary>How far down anybody looks.</summary>
    public const int Depth = 10;

    /// <summary>
    /// nDCG@10, 0 to 1: what each answer is worth (2^grade − 1), less the further down it stands, over the best order there could be
    /// (Järvelin and Kekäläinen 2002, in the form of Burges and others 2005).
    /// </summary>
    public static double Gain(IReadOnlyList<Guid> answers, IReadOnlyDictionary<Guid, int> grades) =>
        Discounted(Seen(answers).Select(answer => grades.GetValueOrDefault(answer))) / Discounted(grades.Values.OrderDescending().Take(Depth));

    /// <summary>recall@10, 0 to 1: of what is relevant, how much is among the first ten.</summary>
    public static double Recall(IReadOnlyList<Guid> answers, IReadOnlyDictionary<Guid, int> grades) =>
        Seen(answers).Count(grades.ContainsKey) / (double)grades.Count;

    private static IEnumerable<Guid> Seen(IReadOnlyList<Guid> answers) => answers.Distinct().Take(Depth);

    private static double Discounted(IEnumerable<int> grades) => grades.Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();
}
