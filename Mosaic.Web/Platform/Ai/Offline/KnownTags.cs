using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>Which of a person's own tags fit a text.</summary>
internal static class KnownTags
{
    // Texts of one or two sentences about the same thing lie near 0.45, others near 0.15.
    private const float NearEnough = 0.4f;

    private const int FewestTelling = 2, MostExamples = 8, MostRead = 2_000;

    /// <summary>Best first.</summary>
    public static IEnumerable<string> Fitting(string plain, IReadOnlyList<TextWord> words, IReadOnlyList<KnownTag> known)
    {
        // A text of small words lies near every other such text.
        var direction = words.Count(word => word.SaysSomething) >= FewestTelling ? OfflineEmbedding.Embed(Beginning(plain)) : null;
        var stems = words.Select(word => word.Stem).ToHashSet();
        return known.Where(tag => TagSyntax.IsTag(tag.Name)).Select(tag => (tag.Name, Score: Score(tag, plain, direction, stems)))
            .Where(tag => tag.Score >= NearEnough).OrderByDescending(tag => tag.Score).ThenBy(tag => tag.Name, StringComparer.Ordinal)
            .Select(tag => TagSyntax.Normalise(tag.Name));
    }

    private static float Score(KnownTag tag, string plain, float[]? direction, HashSet<ulong> stems)
    {
        var near = direction is null ? 0 : tag.Examples.Take(MostExamples).Select(example => OfflineEmbedding.Likeness(direction, OfflineEmbedding.Embed(Beginning(example))))
            .OrderDescending().Take(2).DefaultIfEmpty().Average();
        return IsNamed(tag.Name, plain, stems) ? 1 + near : near;
    }

    /// <summary>The words of the tag, those below the last slash, all occur in the text, and one of them says something.</summary>
    private static bool IsNamed(string name, string plain, HashSet<ulong> stems)
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        var reader = new WordReader(last, stackalloc char[WordReader.Room]);
        var isTelling = false;
        while (reader.MoveNext())
        {
            if (reader.Kind is LetterKind.Dense or LetterKind.Surrogate) return plain.Contains(last, StringComparison.OrdinalIgnoreCase);
            if (!stems.Contains(FeatureHash.Of(WordStem.Of(reader.Word)))) return false;
            isTelling |= reader.Kind == LetterKind.Letter && reader.Word.Length > 1 && CommonWords.WeightOf(reader.Word) >= 1;
        }
        return isTelling;
    }

    private static string Beginning(string text) => text.Length > MostRead ? text[..MostRead] : text;
}
