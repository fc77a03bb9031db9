using System.Globalization;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>The words of one language and what they say about moods. An underscore joins the words of a phrase.</summary>
internal sealed class MoodWordList
{
    /// <summary>The words of the longest phrase.</summary>
    public const int LongestPhrase = 4;

    // Shorter stems bring words together that have nothing to do with each other.
    private const int ShortestStem = 5;

    private readonly Dictionary<string, MoodWord> _words = new(StringComparer.Ordinal), _stems = new(StringComparer.Ordinal);

    private MoodWordList(string file)
    {
        foreach (var (heading, words) in WordFile.Read(file))
            foreach (var written in words) Add(written, Meaning(heading));
    }

    public static MoodWordList English { get; } = new("moods-en.txt");

    public static MoodWordList German { get; } = new("moods-de.txt");

    /// <summary>For one folded word, or several with a space between.</summary>
    public MoodWord? Find(string words)
    {
        if (_words.TryGetValue(words, out var exact)) return exact;
        var stem = WordStem.Of(words);
        return stem.Length >= ShortestStem ? _stems.GetValueOrDefault(stem.ToString()) : null;
    }

    private void Add(string written, MoodWord meaning)
    {
        // A symbol of the basic plane is no word to the reader of words, and is looked up as it is.
        var words = string.Join(' ', WordFile.Folded(written)) is { Length: > 0 } folded ? folded : written;
        if (!_words.TryAdd(words, meaning) && _words[words] != meaning) throw new InvalidOperationException($"The list of moods has {written} twice.");
        if (meaning.Kind == MoodWordKind.Mood && !words.Contains(' ') && WordStem.Of(words) is { Length: >= ShortestStem } stem) _stems.TryAdd(stem.ToString(), meaning);
    }

    private static MoodWord Meaning(string[] heading) => heading switch
    {
        ["not"] => new MoodWord(MoodWordKind.Negation, "", 1),
        ["degree", var factor] => new MoodWord(MoodWordKind.Degree, "", double.Parse(factor, CultureInfo.InvariantCulture)),
        [var mood, var strength] when GivenMoods.Find(mood) is not null => new MoodWord(MoodWordKind.Mood, mood, double.Parse(strength, CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"The list of moods has the heading {string.Join(' ', heading)}."),
    };
}
