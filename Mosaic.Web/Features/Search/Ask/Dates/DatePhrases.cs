using System.Text.RegularExpressions;
using static Mosaic.Web.Features.Search.Ask.Dates.DateWords;

namespace Mosaic.Web.Features.Search.Ask.Dates;

/// <summary>
/// Finds in a question which days it is about, in English and German. Words that only look like days are left alone: without a preposition the
/// name of a month or weekday is a word, "may" and "march" are verbs, and what stands in quotes is quoted. Days to come narrow nothing, since
/// nobody has written then. Of several phrases the first counts.
/// </summary>
public static partial class DatePhrases
{
    private const string Article = @"(?:(?:the|dem|den|der)\s+)?";
    private const string Bare = @"\d{1,2}(?:st|nd|rd|th|\.)?";

    /// <param name="question">As it was asked.</param>
    /// <param name="today">Where the person lives.</param>
    /// <returns>Null where it names no days.</returns>
    public static AskedTime? Find(string question, DateOnly today)
    {
        // Of the same length, so that places stay places.
        var text = Quoted().Replace(question, quote => new string('"', quote.Length));
        var phrase = new DatePhrase(text, new DateUnits(today), today);
        return phrase.First([(Between(), phrase.Between), (Open(), phrase.Open), (AgoGerman(), phrase.Ago), (LastFew(), phrase.LastFew), (Within(), phrase.Within), (Unit(), phrase.Alone)]) is not (var days, var start, var end)
            ? null
            : new AskedTime(days, Spaces().Replace(question[..start] + " " + question[end..], " ").Trim());
    }

    [GeneratedRegex("\"[^\"\r\n]*\"|“[^”\r\n]*”|„[^“”\r\n]*[“”]|«[^»\r\n]*»")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:between|from|zwischen|von|vom)\s+" + Article + "(?<a>" + DateUnits.Pattern + "|" + Bare + @")\s+(?:and|to|until|till|through|und|bis)\s+(?:(?:zum|zur)\s+)?" + Article + "(?<b>" + DateUnits.Pattern + ")", Options)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?<how>since|seit|ab|before|vor|after|nach|until|till|bis)\s+(?:(?:zum|zur)\s+)?" + Article + "(?:(?<a>" + DateUnits.Pattern + ")|(?<n>" + Count + @")\s+(?<u>tagen?|wochen?|monat(?:en)?|jahr(?:en)?)\b)", Options)]
    private static partial Regex Open();

    [GeneratedRegex(@"\bvor\s+(?<n>" + Count + @")\s+(?<u>tagen?|wochen?|monat(?:en)?|jahr(?:en)?)\b", Options)]
    private static partial Regex AgoGerman();

    [GeneratedRegex(@"\b(?:(?:in|during|over|within)\s+)?" + Article + @"(?:(?:last|past|previous|letzten|vergangenen)\s+(?<n>" + Count + @")\s+(?<u>" + Units + @")|past\s+(?<u>week|month|year))\b", Options)]
    private static partial Regex LastFew();

    [GeneratedRegex(@"\b(?<how>in|during|im|on|am|an)\s+" + Article + "(?<a>" + DateUnits.Pattern + @")(?<more>(?:\s*,\s*|\s+(?:and|or|und|oder)\s+)(?:(?:in|im|on|am)\s+)?" + Article + "(?<b>" + DateUnits.Pattern + "))?", Options)]
    private static partial Regex Within();

    [GeneratedRegex(@"(?<![\p{L}\d./-])(?<a>" + DateUnits.Pattern + @")(?:['’]s\b)?", Options)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
