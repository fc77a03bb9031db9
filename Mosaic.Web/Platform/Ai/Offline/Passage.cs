using System.Globalization;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>Shortens plain text where a reader would stop.</summary>
internal static class Passage
{
    /// <summary>At most this long in UTF-16 code units, cut between words where there are any, with an ellipsis for what is left out.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength) return text;
        var end = WholeCharacters(text, maxLength - 1);
        var space = text.LastIndexOf(' ', end);
        if (space > maxLength / 2) end = space;
        return text[..end].TrimEnd().TrimEnd(',', ';', ':', '-', '–', '(') + "…";
    }

    // A family of four must not lose a child: cut at what people count as a character.
    private static int WholeCharacters(string text, int most)
    {
        var end = Math.Max(0, most - 100);
        if (end > 0 && char.IsLowSurrogate(text[end])) end--;
        while (StringInfo.GetNextTextElementLength(text.AsSpan(end)) is var next and > 0 && end + next <= most) end += next;
        return end;
    }
}
