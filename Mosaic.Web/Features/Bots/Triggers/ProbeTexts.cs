using System.Text.RegularExpressions;

namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>Texts on which a pattern that tries too many ways takes for ever.</summary>
internal static partial class ProbeTexts
{
    // Long enough for a pattern that grows with the third power, short enough for one with the second: such as [a-z]+ing, which serves well on what people write.
    private const int Run = 600, Long = 12_000, Most = 12;

    private const string Paragraph = """
        On Tuesday, 3 March 2026, I walked 12.5 km along the river with Ann and her dog. We talked about work, about the garden - tomatoes, beans,
        and the old apple tree - and about what to do next year. "It is never too late", she said. Mail her at ann.miller@example.org, or look at
        https://example.org/walks/2026?from=home&to=river (page 17). Then it rained; we were wet, tired and happy.


        """;

    private static readonly string[] Fixed =
    [
        .. new[] { "a", "A1", " ", "0", "-", "\n", "a ", "0,", "<a>", "éß", "日" }.Select(Repeat),
        string.Concat(Enumerable.Repeat(Paragraph, Long / Paragraph.Length)) + "\u0001!",
    ];

    /// <summary>Those that every pattern meets, and such as are made of its own letters and words.</summary>
    public static IEnumerable<string> For(string pattern)
    {
        var signs = pattern.Where(sign => !char.IsSurrogate(sign)).Distinct().Take(2 * Most).Select(sign => sign.ToString());
        var words = Words().Matches(pattern).Select(match => match.Value).Where(word => word.Length > 1).Distinct(StringComparer.Ordinal).Take(Most);
        return Fixed.Concat(signs.Concat(words).Select(Repeat));
    }

    // An ending that nothing before it looks like: the pattern goes back and tries everything.
    private static string Repeat(string part) => string.Concat(Enumerable.Repeat(part, Run / part.Length)) + "\u0001!";

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
