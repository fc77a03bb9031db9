using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>Whether two sentences tell the same fact, so that it is kept once.</summary>
public static class FactLikeness
{
    /// <summary>The least likeness of directions of what is the same.</summary>
    private const float Near = 0.5f;

    /// <summary>How many of the words of both must be words of each.</summary>
    private const double Overlap = 0.5, FullOverlap = 0.85;

    private static readonly IReadOnlySet<string> Negations = FactClause.Words("not no never none without nicht kein keine keinen keiner keinem nie niemals ohne");

    // Words that change how it is said and not what.
    private static readonly IReadOnlySet<string> Passed = FactClause.Words("called named namens");

    /// <summary>One may say more than the other, but nothing else: neither another word in its place, nor a different number, nor the contrary.</summary>
    public static bool IsSame(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (first, second) = (Telling.Of(one), Telling.Of(other));
        if (first.IsDenied != second.IsDenied || first.IsOfAnother != second.IsOfAnother || !first.Numbers.SetEquals(second.Numbers)) return false;
        var both = first.Words.Intersect(second.Words).Count();
        var all = first.Words.Union(second.Words).Count();
        if (all == 0) return string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
        var isPart = both == first.Words.Count || both == second.Words.Count;
        var overlap = (double)both / all;
        return overlap >= (isPart ? Overlap : FullOverlap) && OfflineEmbedding.Likeness(OfflineEmbedding.Embed(one), OfflineEmbedding.Embed(other)) >= Near;
    }

    /// <summary>What of a sentence tells: stems of its words, its numbers, whether it denies, and whether it speaks of the person or of theirs.</summary>
    private sealed record Telling(HashSet<string> Words, HashSet<string> Numbers, bool IsDenied, bool IsOfAnother)
    {
        private static readonly IReadOnlySet<string> Counts = FactClause.Words(
            "one two three four five six seven eight nine ten eleven twelve zwei drei vier fünf sechs sieben acht neun zehn elf zwölf");

        public static Telling Of(string sentence)
        {
            var clause = FactClause.Of(sentence);
            var telling = new Telling(new(StringComparer.Ordinal), new(StringComparer.Ordinal), clause.HasAny(Negations), clause[0] is "my" or "our" || clause[0].StartsWith("mein", StringComparison.Ordinal) || clause[0].StartsWith("unser", StringComparison.Ordinal));
            foreach (var word in clause.Lower)
            {
                if (Counts.Contains(word) || word.Any(char.IsAsciiDigit)) telling.Numbers.Add(word);
                else if (!Negations.Contains(word) && !Passed.Contains(word)) telling.Take(word);
            }
            return telling;
        }

        private void Take(string word)
        {
            foreach (var folded in WordFile.Folded(word))
                if (CommonWords.WeightOf(folded) > CommonWords.StopWeight) Words.Add(WordStem.Of(folded).ToString());
        }
    }
}
