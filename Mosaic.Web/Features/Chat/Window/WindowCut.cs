using Mosaic.Web.Platform.Ai.Calls;

namespace Mosaic.Web.Features.Chat.Window;

/// <summary>Shortens a text in its middle, since how it begins and how it ends says most.</summary>
internal static class WindowCut
{
    /// <summary>Stands where something was cut out.</summary>
    public const string Mark = "\n[…]\n";

    private const string SmallMark = "…";

    /// <summary>At most so many tokens of the text, without tearing a character; empty where not even a mark fits.</summary>
    public static string To(string text, int tokens)
    {
        if (TokenEstimate.Of(text) <= tokens) return text;
        if (TokenEstimate.Of(Mark) > tokens) return tokens > 0 ? SmallMark : "";
        int fits = 0, tooMany = text.Length;
        while (tooMany - fits > 1)
        {
            var middle = fits + ((tooMany - fits) / 2);
            if (TokenEstimate.Of(Keep(text, middle)) <= tokens) fits = middle;
            else tooMany = middle;
        }
        return Keep(text, fits);
    }

    private static string Keep(string text, int length)
    {
        var head = (length + 1) / 2;
        var tail = text.Length - (length / 2);
        if (head > 0 && char.IsHighSurrogate(text[head - 1])) head--;
        if (tail < text.Length && char.IsLowSurrogate(text[tail])) tail++;
        return string.Concat(text.AsSpan(0, head), Mark, text.AsSpan(tail));
    }
}
