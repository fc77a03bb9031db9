using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>Proposes tags: the person's own that fit, then what the text repeats, then what it is about by the table of meanings. Rather none than a silly one.</summary>
public static class OfflineTags
{
    /// <summary>So many different things of one topic say that a text is about it.</summary>
    private const int MeaningsOfTopic = 2;

    /// <summary>Names in the form tags are kept in, best first; none that stands in the text already.</summary>
    /// <param name="markdown">The memo.</param>
    /// <param name="known">The person's own tags.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<string> Propose(string markdown, IReadOnlyList<KnownTag> known, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(known);
        var blocks = OfflineText.Blocks(markdown);
        if (most <= 0 || blocks.Count == 0) return [];
        var plain = string.Join('\n', blocks.Select(block => block.Text));
        var isGerman = Tongue.IsGerman(blocks);
        var words = TextWords.Of(blocks, isGerman);
        var inText = TagSyntax.Find(markdown).ToHashSet(StringComparer.Ordinal);
        return [.. KnownTags.Fitting(plain, words, known)
            .Concat(KeyPhrases.Of(words).Where(phrase => phrase.IsSure).Select(Name))
            .Concat(DensePhrases.Of(plain, most))
            .Concat(Topics(words, isGerman))
            .Where(name => TagSyntax.IsTag(name) && !inText.Contains(name))
            .Distinct(StringComparer.Ordinal).Take(most)];
    }

    private static string Name(KeyPhrase phrase) => TagSyntax.Normalise(string.Join('-', phrase.Words));

    // The topic must have the better half of what is said. Feelings are in every diary; as a topic they say little.
    private static IEnumerable<string> Topics(IReadOnlyList<TextWord> words, bool isGerman)
    {
        var meanings = words.Select(word => word.Concept).OfType<Concept>().Distinct().ToList();
        return meanings.GroupBy(meaning => meaning.Topic)
            .Where(topic => topic.Count() >= MeaningsOfTopic && topic.Count() * 2 > meanings.Count && topic.Key.English != "feelings")
            .Select(topic => TagSyntax.Normalise(isGerman ? topic.Key.German : topic.Key.English));
    }
}
