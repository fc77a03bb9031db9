namespace Mosaic.Bench.Rows;

/// <summary>Words that nobody else in the house writes, each in a few memos at most of any one person: what a search for something rare looks for.</summary>
internal static class Needle
{
    /// <summary>One memo in so many has one.</summary>
    public const int Every = 1_000;

    private static readonly string[] Beginnings = ["quirl", "zwick", "bryx", "fjell", "klamp", "jexo", "oxva", "wumb", "yfrid", "cqua"];
    private static readonly string[] Ends = ["jop", "quist", "xberg", "vump", "zygg"];

    /// <summary>In the order in which a person's memos have them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Ends.SelectMany(end => Beginnings.Select(beginning => beginning + end))];

    /// <summary>The needle that a memo has, if any. Everybody who wrote a thousand memos has one.</summary>
    public static string? In(int person, int memo) => (memo + 37 * person) % Every == Every / 2 ? All[memo / Every % All.Count] : null;
}
