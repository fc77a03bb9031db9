using System.Collections.Frozen;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>The words of a text in order, each judged by whether it could name what the text is about.</summary>
internal static class TextWords
{
    private const int Shortest = 3, Longest = 24, MostRead = 5_000;

    // What ends like this is seldom a noun, in English.
    private static readonly string[] QualityEndings = ["ly", "ed", "ful", "ous", "ible", "able", "less", "ish", "ive"];

    private static readonly FrozenSet<string> Determiners = new[]
    {
        "the", "a", "an", "my", "our", "your", "his", "her", "their", "its", "this", "that", "these", "those", "some", "any", "no", "one", "two", "of", "every", "each",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What ends like this is a noun, in German.
    private static readonly string[] NounEndings = ["ung", "heit", "keit", "schaft", "tion", "chen", "nis", "tät"];

    public static IReadOnlyList<TextWord> Of(IReadOnlyList<OfflineBlock> blocks, bool isGerman)
    {
        var words = new List<TextWord>();
        foreach (var block in blocks)
        {
            var sentences = SentenceSplitter.Split(block.Text);
            foreach (var sentence in sentences)
                if (words.Count < MostRead) Read(sentence, block.IsHeading, isGerman, words);
        }
        return words;
    }

    private static void Read(string sentence, bool inHeading, bool isGerman, List<TextWord> words)
    {
        var reader = new WordReader(sentence, stackalloc char[WordReader.Room]);
        for (var (end, isFirst) = (0, true); reader.MoveNext(); end = reader.End, isFirst = false)
        {
            var surface = sentence[reader.Start..reader.End];
            var stem = WordStem.Of(reader.Word);
            var weight = CommonWords.WeightOf(reader.Word);
            var concept = weight < 1 ? null : Concepts.Of(reader.Word, stem) ?? (isGerman ? Concepts.OfPart(reader.Word) : null);
            var isTelling = reader.Kind == LetterKind.Letter && reader.Word.Length is >= Shortest and <= Longest
                && weight >= 1 && surface.All(sign => char.IsLetter(sign)) && !IsGlued(sentence, reader.Start, reader.End)
                && (isGerman ? IsGermanNoun(surface, isFirst, concept) : inHeading || IsEnglishNoun(reader.Word, concept));
            var follows = !isFirst && sentence.AsSpan(end, reader.Start - end) is " " or "-";
            var before = follows ? words[^1] : null;
            // The last of several is the thing, those before it are what it is like: the wooden table.
            var takesOver = before is { IsThing: true } && isTelling && !isGerman;
            if (takesOver) words[^1] = words[^1] with { IsThing = false };
            var isThing = isTelling && (isGerman || takesOver || (before is not null && Determiners.Contains(before.Surface)));
            words.Add(new TextWord(surface, FeatureHash.Of(stem), weight >= 1 && reader.Kind is LetterKind.Letter or LetterKind.Dense, isTelling, isThing, follows, inHeading, concept));
        }
    }

    /// <summary>Part of an e-mail address, a path, a name of a program's thing, or a contraction (don't).</summary>
    private static bool IsGlued(string text, int start, int end) =>
        (start > 0 && text[start - 1] is '@' or '/' or '\\' or '_' or '=' or '.' or '&' or '\'' or '’')
        || (end < text.Length && (text[end] is '@' or '/' or '\\' or '_' or '=' or '(' || (text[end] is '.' or '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]) && !IsGenitive(text, end))));

    private static bool IsGenitive(string text, int end) => text[end] != '.' && text[end + 1] == 's' && (end + 2 == text.Length || !char.IsLetter(text[end + 2]));

    private static bool IsGermanNoun(string surface, bool isFirst, Concept? concept) => char.IsUpper(surface[0])
        && (!isFirst || concept is not null || NounEndings.Any(ending => surface.EndsWith(ending, StringComparison.Ordinal)));

    private static bool IsEnglishNoun(ReadOnlySpan<char> word, Concept? concept)
    {
        if (word.EndsWith("ing")) return concept is not null;
        foreach (var ending in QualityEndings)
            if (word.EndsWith(ending)) return false;
        return true;
    }
}
