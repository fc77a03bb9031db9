using System.Text.RegularExpressions;
using Mosaic.Web.Platform.Ai.Offline;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>
/// Finds what a person said of themselves that will still hold in a year: where they live, whom they have, what they like. English and
/// German; other tongues give nothing. Rather too little than wrong things.
/// </summary>
public static partial class FactSentences
{
    /// <summary>The most facts of one text.</summary>
    public const int MostFacts = 5;

    /// <summary>The longest fact, in UTF-16 code units.</summary>
    public const int MaxLength = 300;

    private const int MostSentences = 200, ShortestClause = 4;

    /// <summary>In the order of the text, each once, on one line.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var facts = new List<string>();
        foreach (var sentence in OfflineText.Sentences(QuotedLine().Replace(text, "\n"), MostSentences).Where(sentence => sentence.Length <= 2 * MaxLength))
        {
            if (FactIn(sentence) is not { } fact || fact.Length > MaxLength || facts.Exists(known => FactLikeness.IsSame(known, fact))) continue;
            facts.Add(fact);
            if (facts.Count == MostFacts) break;
        }
        return facts;
    }

    private static string? FactIn(string sentence)
    {
        if (sentence.TrimEnd('"', '”', '“', '»', ')', ' ').EndsWith('?')) return null;
        var said = Greeting().Replace(PlainText.Collapse(sentence), "");
        var clauses = Clauses(said);
        var facts = clauses.Where(IsFact).ToList();
        return facts.Count == 0 ? null : Sentence(facts.Count == clauses.Count ? said : string.Join("; ", facts));
    }

    /// <summary>Parts of a sentence that speak of the person each by itself: I am tired, but my sister lives in Lisbon.</summary>
    private static List<string> Clauses(string sentence)
    {
        var clauses = new List<string>();
        foreach (var part in Joint().Split(sentence))
        {
            if (clauses.Count > 0 && clauses[^1].Count(sign => sign == ' ') < ShortestClause - 1) return [sentence];
            clauses.Add(part);
        }
        return clauses;
    }

    private static bool IsFact(string clause)
    {
        // What others are quoted with, they say of themselves.
        var words = FactClause.Of(Quotation().Replace(clause, " "));
        return EnglishFacts.Hold(words) || GermanFacts.Hold(words);
    }

    private static string Sentence(string fact)
    {
        var clean = fact.Trim(' ', ',', ';', ':', '-', '–');
        return clean.Length == 0 ? clean : char.ToUpperInvariant(clean[0]) + clean[1..];
    }

    [GeneratedRegex(@"^[ \t]*>.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex QuotedLine();

    [GeneratedRegex(@"^(?:(?:well|oh|so|ok|okay|yes|no|hi|hello|hey|actually|btw|by the way|also|anyway|ja|nein|hallo|na|übrigens|ach)\b[,!.:]? +)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"(?:\s*;\s+|,?\s+(?:but|because|and|aber|und|denn)\s+)(?=(?:I|I'm|I’m|my|we|our|ich|mein\w*|wir|unser\w*)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex("\"[^\"]*\"|“[^”“]*[”“]|„[^“”\"]*[“”\"]|»[^«]*«|«[^»]*»|(?<=\\s)['‘‚][^'’‘]{3,}['’‘](?=[\\s.,!]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();
}
