namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>The open question at the end of an answer, in the words of the persona as far as it has any.</summary>
internal static class PersonaQuestion
{
    private const int LongestQuestion = 200, MostRead = 4_000;

    private static readonly string[] WithWord =
    [
        "With {0} in mind: what about {1} would you like to look at next?",
        "Thinking of {0}: what does {1} mean to you now?",
        "Where does {0} come into {1} for you?",
    ];

    private static readonly string[] Plain =
    [
        "What about {1} would you like to look at next?",
        "What does {1} mean to you now?",
    ];

    /// <summary>One question. The same persona and the same text get the same one.</summary>
    /// <param name="persona">As its owner described it.</param>
    /// <param name="text">What is talked about, as Markdown.</param>
    public static string Of(string persona, string text)
    {
        var choice = FeatureHash.Finish(FeatureHash.Add(FeatureHash.Add(FeatureHash.Seed, persona), text));
        var sentences = OfflineText.Sentences(Beginning(persona), most: 50);
        // Where the owner wrote a question, it is what this bot asks.
        string[] own = [.. sentences.Select(Asked).Where(sentence => sentence.EndsWith('?') && !sentence.Contains('[') && sentence.Length <= LongestQuestion)];
        if (own.Length > 0) return Chosen(own, choice);
        var subject = Phrases(text) is [var first, ..] ? $"“{first}”" : "this";
        var words = Phrases(persona);
        if (words.Count == 0) return string.Format(null, Chosen(Plain, choice), "", subject);
        var direction = OfflineEmbedding.Embed(Beginning(text));
        var word = words.MaxBy(word => OfflineEmbedding.Likeness(direction, OfflineEmbedding.Embed(word)))!;
        return string.Format(null, Chosen(WithWord, choice), word, subject);
    }

    /// <summary>Of "You close with something like: How was it?" the question itself.</summary>
    private static string Asked(string sentence) =>
        sentence.LastIndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 && char.IsUpper(sentence, colon + 2) ? sentence[(colon + 2)..] : sentence;

    private static List<string> Phrases(string markdown)
    {
        var blocks = OfflineText.Blocks(Beginning(markdown));
        return [.. KeyPhrases.Of(TextWords.Of(blocks, Tongue.IsGerman(blocks))).Where(phrase => phrase.IsThing || phrase.InHeading).Select(phrase => string.Join(' ', phrase.Words))];
    }

    private static string Beginning(string text) => text.Length > MostRead ? text[..MostRead] : text;

    private static string Chosen(string[] all, ulong choice) => all[choice % (ulong)all.Length];
}
