using System.Buffers;

namespace Mosaic.Web.Features.Search.Index;

/// <summary>Cuts a text into passages of about one meaning each: at an empty line, a sentence or a word, overlapping a little so that no thought is torn.</summary>
public static class PassageCutter
{
    /// <summary>The longest passage, in UTF-16 code units.</summary>
    public const int MaxLength = 1_000;

    private const int Overlap = 120;
    private const int LeastLength = 500;

    /// <summary>Where a cut is best, in this order.</summary>
    private static readonly string[][] Cuts = [["\n\n"], ["\n"], [". ", "! ", "? ", "。", "！", "？"], [" "]];

    /// <summary>After these an overlap may begin; in scripts without spaces that is where a sentence ends.</summary>
    private static readonly SearchValues<char> Beginnings = SearchValues.Create(" \n。！？");

    /// <summary>None for a text without anything to read.</summary>
    public static IReadOnlyList<string> Cut(string text)
    {
        var passages = new List<string>();
        for (var from = 0; from < text.Length;)
        {
            var to = text.Length - from <= MaxLength ? text.Length : End(text, from);
            if (text[from..to].Trim() is { Length: > 0 } passage) passages.Add(passage);
            if (to == text.Length) break;
            from = Start(text, from, to);
        }
        return passages;
    }

    private static int End(string text, int from)
    {
        var window = text.AsSpan(from + LeastLength, MaxLength - LeastLength);
        foreach (var marks in Cuts)
        {
            var best = -1;
            foreach (var mark in marks)
                if (window.LastIndexOf(mark) is var found and >= 0) best = Math.Max(best, found + mark.Length);
            if (best >= 0) return from + LeastLength + best;
        }
        // A word without an end; a pair of surrogates stays together.
        return from + MaxLength - (char.IsHighSurrogate(text[from + MaxLength - 1]) ? 1 : 0);
    }

    private static int Start(string text, int from, int to)
    {
        var back = text.AsSpan(to - Overlap, Overlap).IndexOfAny(Beginnings);
        var start = back < 0 ? to : to - Overlap + back + 1;
        return start > from ? start : to;
    }
}
