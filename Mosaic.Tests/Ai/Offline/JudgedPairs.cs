namespace Mosaic.Tests.Ai.Offline;

/// <summary>200 pairs of short texts, each judged by hand before there was an embedding. They are not changed with it.</summary>
internal static class JudgedPairs
{
    public static IReadOnlyList<(bool AreRelated, string One, string Other)> All { get; } = [.. Lines().Select(line => line.Split('\t')).Select(parts => (parts[0] == "related", parts[1], parts[2]))];

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(typeof(JudgedPairs).Assembly.GetManifestResourceStream("judged-pairs.tsv")!);
        while (reader.ReadLine() is { Length: > 0 } line) yield return line;
    }
}
