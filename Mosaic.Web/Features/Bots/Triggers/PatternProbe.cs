using System.Text.RegularExpressions;

namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>Tries a pattern on texts that bring out the slow ones, before anybody's memo meets it.</summary>
internal static class PatternProbe
{
    /// <summary>Why a pattern is refused, in a sentence; null where it is not.</summary>
    public static string? Refuse(WordPattern pattern)
    {
        try
        {
            pattern.Compile();
        }
        catch (ArgumentException failed)
        {
            return $"The pattern {pattern.Shown} cannot be read: {Reason(failed)} Correct it.";
        }
        // A machine that is busy elsewhere is no fault of the pattern: only one that is slow twice is slow.
        return ProbeTexts.For(pattern.Expression).Any(text => IsSlow(pattern, text) && IsSlow(pattern, text))
            ? $"The pattern {pattern.Shown} takes too long on some texts. Make it simpler: put no + or * around a part that has one."
            : null;
    }

    private static bool IsSlow(WordPattern pattern, string text)
    {
        try
        {
            pattern.IsIn(text);
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    // The engine's words begin with the pattern and the place; what is wrong comes after.
    private static string Reason(ArgumentException failed)
    {
        var said = failed.Message.ReplaceLineEndings(" ");
        var place = failed is RegexParseException parse ? $"at offset {parse.Offset}. " : "";
        var at = place.Length == 0 ? -1 : said.LastIndexOf(place, StringComparison.Ordinal);
        var reason = Shorten.To(at < 0 ? said : said[(at + place.Length)..], 120);
        return reason.EndsWith('.') || reason.EndsWith('…') ? reason : reason + ".";
    }
}
