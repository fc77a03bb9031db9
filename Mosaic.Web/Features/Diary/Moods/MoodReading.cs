using System.Buffers;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Diary.Moods;

/// <summary>Finds in a text what speaks for a mood.</summary>
internal static class MoodReading
{
    /// <summary>How much of a text is read, in UTF-16 code units.</summary>
    private const int MaxLength = 20_000;

    /// <summary>How many words a negation or a degree reaches within its clause.</summary>
    private const int NegationReach = 4, DegreeReach = 2;

    /// <summary>"Not happy" says less than "sad".</summary>
    private const double Negated = 0.7;

    private const double Exclaimed = 1.25, ShoutedOften = 1.5;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".,;:!?…\n()–—");

    public static IReadOnlyList<MoodEvidence> Of(string text)
    {
        if (text.Length > MaxLength) text = text[..MaxLength];
        var isGerman = Tongue.IsGerman([new OfflineBlock(text, IsHeading: false)]);
        var (first, second) = isGerman ? (MoodWordList.German, MoodWordList.English) : (MoodWordList.English, MoodWordList.German);
        return [.. Clauses(text).SelectMany(clause => OfClause(clause.Words, clause.Exclamations, words => first.Find(words) ?? second.Find(words)))];
    }

    private static IEnumerable<MoodEvidence> OfClause(IReadOnlyList<ReadWord> clause, int exclamations, Func<string, MoodWord?> find)
    {
        int? negation = null, degree = null;
        var factor = 1.0;
        for (var i = 0; i < clause.Count; i++)
        {
            var (found, length) = Longest(clause, i, find);
            if (found is null) continue;
            var last = i + length - 1;
            switch (found.Kind)
            {
                case MoodWordKind.Negation:
                    negation = last;
                    break;
                case MoodWordKind.Degree:
                    (degree, factor) = (last, found.Strength);
                    break;
                case MoodWordKind.Mood:
                    var isNegated = negation is { } not && i - not <= NegationReach;
                    var weight = found.Strength * (degree is { } much && i - much <= DegreeReach ? factor : 1) * (isNegated ? Negated : 1) * Loudness(exclamations);
                    yield return new MoodEvidence(isNegated ? OppositeOf(found.MoodKey) : found.MoodKey, weight, string.Join(' ', clause.Skip(i).Take(length).Select(word => word.Written)));
                    break;
            }
            i = last;
        }
    }

    private static (MoodWord? Found, int Length) Longest(IReadOnlyList<ReadWord> clause, int start, Func<string, MoodWord?> find)
    {
        for (var length = Math.Min(MoodWordList.LongestPhrase, clause.Count - start); length > 0; length--)
            if (find(string.Join(' ', clause.Skip(start).Take(length).Select(word => word.Folded))) is { } found) return (found, length);
        return (null, 0);
    }

    private static double Loudness(int exclamations) => exclamations switch
    {
        0 => 1,
        1 => Exclaimed,
        _ => ShoutedOften,
    };

    private static string OppositeOf(string moodKey) => moodKey switch
    {
        GivenMoods.Joy => GivenMoods.Sadness,
        GivenMoods.Calm => GivenMoods.Anxiety,
        GivenMoods.Focus => GivenMoods.Tired,
        GivenMoods.Sadness or GivenMoods.Anxiety or GivenMoods.Anger or GivenMoods.Tired => GivenMoods.Calm,
        _ => GivenMoods.Neutral,
    };

    private static List<(List<ReadWord> Words, int Exclamations)> Clauses(string text)
    {
        var clauses = new List<(List<ReadWord> Words, int Exclamations)>();
        var (words, end) = (new List<ReadWord>(), 0);
        var reader = new WordReader(text, stackalloc char[WordReader.Room]);
        while (reader.MoveNext())
        {
            EndClause(text.AsSpan(end, reader.Start - end));
            end = reader.End;
            words.Add(new ReadWord(reader.Word.ToString(), text[reader.Start..reader.End]));
        }
        EndClause(text.AsSpan(end), isLast: true);
        return clauses;

        void EndClause(ReadOnlySpan<char> between, bool isLast = false)
        {
            if (!isLast && !between.ContainsAny(ClauseEnds)) return;
            clauses.Add((words, between.Count('!')));
            words = [];
        }
    }

    private sealed record ReadWord(string Folded, string Written);
}
