namespace Mosaic.Data.Search;

/// <summary>A word to look for, as the person wrote it.</summary>
/// <param name="Text">Without spaces; Chinese, Japanese and Korean letters on their own.</param>
/// <param name="IsBeginning">It is still being typed: longer words that begin with it count as well.</param>
public sealed record SearchTerm(string Text, bool IsBeginning = false)
{
    /// <summary>Whether there is anything in it that an index of words knows; a sign such as an emoji is looked for among the letters alone.</summary>
    public bool IsWord { get; } = Text.Any(char.IsLetterOrDigit);

    public bool HasPairs { get; } = Text.Length > 0 && Ideographs.Contains(Text[0]);

    /// <summary>Three letters and more are found inside longer words too. Pairs of letters are found anywhere already.</summary>
    public bool IsSoughtInside => !IsWord || (!HasPairs && Text.Length >= 3);

    /// <summary>Words that are looked for in its place, since no text has it; the nearest first.</summary>
    public IReadOnlyList<NearWord> Near { get; init; } = [];

    /// <summary>One way of several to read what was written: where no text has it, the question asks nothing by it.</summary>
    public bool MayBeUnseen { get; init; }

    /// <summary>Shorter words are too near to too many others.</summary>
    public bool MayBeMistyped => IsWord && !HasPairs && Text.Length >= 4;

    /// <summary>Where no text has it, other words may stand in for it.</summary>
    internal bool IsDoubtful => MayBeMistyped && Near.Count == 0;
}
