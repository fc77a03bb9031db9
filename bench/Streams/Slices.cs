namespace Mosaic.Bench.Streams;

/// <summary>The parts of an answer that are looked at by themselves: its first 100 tokens, then up to a quarter, up to a half, and the rest.</summary>
internal sealed record Slices(int Tokens)
{
    private const int First = 100;

    /// <summary>The last token of each, counted from 1.</summary>
    public IReadOnlyList<int> Ends { get; } = [First, Tokens / 4, Tokens / 2, Tokens];

    public int StartOf(int slice) => slice == 0 ? 0 : Ends[slice - 1];

    public int LengthOf(int slice) => Ends[slice] - StartOf(slice);

    /// <summary>Where something belongs that came when so many tokens were out.</summary>
    public int Of(int sent)
    {
        var slice = 0;
        while (slice < Ends.Count - 1 && Ends[slice] < sent) slice++;
        return slice;
    }
}
