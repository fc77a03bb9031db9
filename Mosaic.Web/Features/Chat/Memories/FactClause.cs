namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>The words of a clause, as they are written and in lower case with English contractions written out.</summary>
/// <param name="Lower">In lower case, with <c>ss</c> for <c>ß</c>.</param>
/// <param name="HasCapital">Whether each begins with a capital letter.</param>
internal sealed record FactClause(IReadOnlyList<string> Lower, IReadOnlyList<bool> HasCapital)
{
    private static readonly Dictionary<string, string> Contractions = new(StringComparer.Ordinal)
    {
        ["i'm"] = "i am",
        ["i've"] = "i have",
        ["we're"] = "we are",
        ["we've"] = "we have",
        ["can't"] = "can not",
        ["cannot"] = "can not",
        ["don't"] = "do not",
        ["doesn't"] = "does not",
        ["didn't"] = "did not",
        ["isn't"] = "is not",
        ["haven't"] = "have not",
        ["hasn't"] = "has not",
        ["won't"] = "will not",
        ["i'll"] = "i will",
        ["i'd"] = "i would",
        ["we'll"] = "we will",
        ["we'd"] = "we would",
        ["couldn't"] = "could not",
        ["wasn't"] = "was not",
        ["aren't"] = "are not",
    };

    public int Count => Lower.Count;

    public static FactClause Of(string clause)
    {
        var lower = new List<string>();
        var capital = new List<bool>();
        foreach (var written in clause.Replace('’', '\'').Split([' ', '\t', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = written.Trim(',', '.', '!', '?', ';', ':', '(', ')', '"', '\'', '…');
            if (word.Length == 0) continue;
            var small = word.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal);
            foreach (var part in Contractions.GetValueOrDefault(small, small).Split(' '))
            {
                lower.Add(part);
                capital.Add(char.IsUpper(word[0]));
            }
        }
        return new FactClause(lower, capital);
    }

    /// <summary>Empty behind the last word.</summary>
    public string this[int at] => at >= 0 && at < Lower.Count ? Lower[at] : "";

    public bool IsNoun(int at) => at > 0 && at < Count && HasCapital[at];

    public bool HasAny(IReadOnlySet<string> words) => Lower.Any(words.Contains);

    /// <summary>Whether words stand there in this order, next to each other.</summary>
    public bool Has(string phrase)
    {
        var words = phrase.Split(' ');
        for (var at = 0; at + words.Length <= Count; at++)
            if (Enumerable.Range(0, words.Length).All(next => Lower[at + next] == words[next])) return true;
        return false;
    }

    /// <summary>The words of a list that is written as one text.</summary>
    public static IReadOnlySet<string> Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
