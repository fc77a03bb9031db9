using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Search.Ask.Citations;

/// <summary>
/// What counts as a citation in an answer, and what becomes of it. Brackets with numbers of up to three digits are citations, however a model
/// writes them: <c>[1]</c>, <c>[1, 2]</c>, <c>[1-3]</c>, <c>[^1]</c>, <c>[source 1]</c>, <c>【1†memo】</c>. They become <c>[1][2]</c>. A number
/// that no source has goes away; where none of those that stand together has one, a mark stays in their place. An address that a model put behind
/// a number goes away too. Code is left alone, and what the offline helper quotes.
/// </summary>
public static partial class CitationRule
{
    /// <summary>Stands where only sources were named that there are not.</summary>
    public const string Mark = "*(no source)*";

    private const string Number = @"\d{1,3}";
    private const string Numbers = Number + @"(?:\s*(?:,|;|&|and|und|-|–|—|‑|to|bis)\s*" + Number + ")*";
    private const string One = @"\\?[\[［【]\^?\s*(?:(?:sources?|memos?|notes?|quellen?)\s*:?\s*)?(?<numbers>" + Numbers + @")(?:†[^\]】］\r\n]{0,80})?\s*\\?[\]］】](?:\([^)\s]{0,2000}\))?";

    /// <summary>The answer with nothing in it that names a source there is not.</summary>
    /// <param name="markdown">As a model wrote it.</param>
    /// <param name="sources">How many there are; they are numbered from 1.</param>
    /// <param name="quotesAreData">What stands in quotes is what the person wrote.</param>
    public static CitedText Repair(string markdown, int sources, bool quotesAreData = false)
    {
        var (cited, invented) = (new SortedSet<int>(), 0);
        var text = Replace(markdown, quotesAreData, Group(), match =>
        {
            var named = NumbersIn(string.Join(',', match.Groups["numbers"].Captures), sources, ref invented);
            cited.UnionWith(named);
            // "Look![1]" would be a picture.
            return (match.Groups["bang"].Length > 0 ? "! " : "") + (named.Count == 0 ? Mark : string.Concat(named.Select(number => string.Create(CultureInfo.InvariantCulture, $"[{number}]"))));
        });
        return new CitedText(text, [.. cited], invented);
    }

    /// <summary>A repaired answer whose citations are links.</summary>
    public static string Link(string repaired, Func<int, string> address, bool quotesAreData = false) => Replace(repaired, quotesAreData, Plain(), match =>
        $"[{match.Groups[1].Value}]({address(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))})");

    /// <summary>The repaired answer with other numbers; those that get null go away, with the space before them, and so do marks.</summary>
    public static string Renumber(string markdown, int sources, Func<int, int?> number, bool quotesAreData = false) => Replace(Repair(markdown, sources, quotesAreData).Text, quotesAreData, Spaced(), match =>
        match.Groups[2].Length > 0 && number(int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)) is { } other ? string.Create(CultureInfo.InvariantCulture, $"{match.Groups[1].Value}[{other}]") : "");

    private static List<int> NumbersIn(string numbers, int sources, ref int invented)
    {
        var named = new List<int>();
        foreach (Match range in Range().Matches(numbers))
        {
            var (first, last) = (ValueOf(range.Groups[1].Value), range.Groups[2].Success ? ValueOf(range.Groups[2].Value) : ValueOf(range.Groups[1].Value));
            for (var number = Math.Min(first, last); number <= Math.Max(first, last); number++)
            {
                if (number < 1 || number > sources) invented++;
                else if (!named.Contains(number)) named.Add(number);
            }
        }
        return named;
    }

    /// <summary>Digits of any script.</summary>
    private static int ValueOf(string digits) => digits.Aggregate(0, (value, digit) => value * 10 + (int)char.GetNumericValue(digit));

    private static string Replace(string markdown, bool quotesAreData, Regex what, MatchEvaluator with)
    {
        var left = LeftAlone(markdown, quotesAreData);
        return what.Replace(markdown, match => left.Exists(place => match.Index < place.End && match.Index + match.Length > place.Start) ? match.Value : with(match));
    }

    private static List<(int Start, int End)> LeftAlone(string markdown, bool quotesAreData) => MarkdownDialect.Parse(markdown) is not { } document ? []
        : [.. document.Descendants().Where(part => part is CodeBlock or CodeInline || (quotesAreData && part is QuoteBlock)).Select(part => (part.Span.Start, part.Span.End + 1))];

    [GeneratedRegex("(?<bang>!)?" + One + @"(?:[ \t]*[,;]?[ \t]*" + One + ")*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Group();

    [GeneratedRegex("(" + Number + @")(?:\s*(?:-|–|—|‑|to|bis)\s*(" + Number + "))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"( ?)(?:\[([0-9]{1,3})\]|\*\(no source\)\*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaced();

    [GeneratedRegex(@"\[([0-9]{1,3})\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();
}
