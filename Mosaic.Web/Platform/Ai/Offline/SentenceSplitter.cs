using System.Collections.Frozen;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>
/// Cuts plain text into sentences, by the habits of English, German, Chinese and Japanese. A line break ends a sentence, unless the line is
/// as long as lines that wrap and the next goes on in lower case.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>From this length on a line may have been wrapped by hand.</summary>
    private const int WrappedLine = 60;

    private const string Enders = ".!?…", DenseEnders = "。！？｡", Closers = "\"')]}»«”“’‘」』）", LineEnds = "\n\r\v\f\u0085\u2028\u2029";

    private static readonly FrozenSet<string> Abbreviations = WordFile.Read("offline-abbreviations.txt").SelectMany(line => line.Words).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Months = new[]
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Januar", "Jänner", "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Trimmed, without list markers, in order. What holds neither a letter nor a digit nor a picture is left out.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        int start = 0, lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (LineEnds.Contains(text[i]))
            {
                if (EndsWithLine(text, lineStart, i)) Take(text, ref start, i, sentences);
                lineStart = i + 1;
                continue;
            }
            if (!Enders.Contains(text[i]) && !DenseEnders.Contains(text[i])) continue;
            var end = AfterEnders(text, i);
            if (DenseEnders.Contains(text[i]) || IsEnd(text, start, i, end)) Take(text, ref start, end, sentences);
            i = end - 1;
        }
        Take(text, ref start, text.Length, sentences);
        return sentences;
    }

    private static void Take(string text, ref int start, int end, List<string> sentences)
    {
        var sentence = PlainText.Collapse(WithoutMarker(text.AsSpan(start, end - start)).ToString());
        if (sentence.Any(sign => char.IsLetterOrDigit(sign) || char.IsSurrogate(sign))) sentences.Add(sentence);
        start = end;
    }

    /// <summary>Without the sign or number and the box that begin an item of a list.</summary>
    private static ReadOnlySpan<char> WithoutMarker(ReadOnlySpan<char> sentence)
    {
        sentence = sentence.Trim();
        var digits = sentence.IndexOfAnyExceptInRange('0', '9');
        if (sentence is ['-' or '*' or '+' or '•' or '–', ' ', ..]) sentence = sentence[2..].TrimStart();
        else if (digits is > 0 and <= 3 && digits + 1 < sentence.Length && sentence[digits] is '.' or ')' && sentence[digits + 1] == ' ') sentence = sentence[(digits + 2)..].TrimStart();
        return sentence is ['[', ' ' or 'x' or 'X', ']', ' ', ..] ? sentence[4..].TrimStart() : sentence;
    }

    private static bool EndsWithLine(string text, int lineStart, int end)
    {
        var next = end + 1;
        while (next < text.Length && text[next] is ' ' or '\t') next++;
        return end - lineStart < WrappedLine || next >= text.Length || !char.IsLower(text[next]);
    }

    private static int AfterEnders(string text, int place)
    {
        while (place < text.Length && (Enders.Contains(text[place]) || DenseEnders.Contains(text[place]))) place++;
        while (place < text.Length && Closers.Contains(text[place])) place++;
        return place;
    }

    private static bool IsEnd(string text, int start, int ender, int end)
    {
        if (end >= text.Length) return true;
        if (!char.IsWhiteSpace(text[end])) return false;
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]) && !LineEnds.Contains(text[next])) next++;
        if (next >= text.Length || LineEnds.Contains(text[next])) return true;
        if (char.IsLower(text[next])) return false;
        return text[ender] != '.' || end - ender > 1 || !IsPartOfWord(text, start, ender, next);
    }

    /// <summary>Whether the full stop belongs to what is before it: an abbreviation, an initial, or the number of a day or an item.</summary>
    private static bool IsPartOfWord(string text, int start, int stop, int next)
    {
        var from = stop;
        while (from > start && stop - from < 16 && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('(' or '"' or '„' or '“' or '-')) from--;
        var word = text[from..stop];
        if (word.Length == 0) return false;
        if (word.All(char.IsAsciiDigit)) return word.Length <= 2 && (text.AsSpan(start, from - start).IsWhiteSpace() || Months.Contains(WordAt(text, next)));
        if (word.Length == 1) return char.IsLetter(word[0]) && word != "I";
        return Abbreviations.Contains(word.ToLowerInvariant()) || (word.Contains('.') && word.Split('.').All(part => part.Length is 1 or 2 && part.All(char.IsLetter)));
    }

    private static string WordAt(string text, int place)
    {
        var end = place;
        while (end < text.Length && end - place < 12 && char.IsLetter(text[end])) end++;
        return text[place..end];
    }
}
