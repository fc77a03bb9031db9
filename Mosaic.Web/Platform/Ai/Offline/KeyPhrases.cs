namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>Finds what a text is about by what it repeats, after the idea of RAKE (Rose et al., 2010): phrases are runs of telling words.</summary>
internal static class KeyPhrases
{
    private const double Heading = 2, KnownMeaning = 0.5, Thing = 0.6;

    /// <summary>Most telling first; of equals the one that comes first in the text.</summary>
    public static IReadOnlyList<KeyPhrase> Of(IReadOnlyList<TextWord> words)
    {
        var pairs = Pairs(words);
        var spokenFor = pairs.SelectMany(pair => pair.Stems).ToHashSet();
        var singles = words.Where(word => word.IsTelling && !spokenFor.Contains(word.Stem)).GroupBy(word => word.Stem).Select(Single);
        return [.. pairs.Select(pair => pair.Phrase).Concat(singles).OrderByDescending(phrase => phrase.Score)];
    }

    private static KeyPhrase Single(IGrouping<ulong, TextWord> forms)
    {
        var (count, inHeading, isThing) = (forms.Count(), forms.Any(form => form.InHeading), forms.Any(form => form.IsThing));
        var score = count + (inHeading ? Heading : 0) + (isThing ? Thing : 0) + (forms.Any(form => form.Concept is not null) ? KnownMeaning : 0);
        return new KeyPhrase([Simplest(forms)], score, count, inHeading, isThing);
    }

    /// <summary>Two words that stand together again and again, nearly always; they are one thing then.</summary>
    private static List<(KeyPhrase Phrase, ulong[] Stems)> Pairs(IReadOnlyList<TextWord> words)
    {
        var counts = words.Where(word => word.IsTelling).CountBy(word => word.Stem).ToDictionary();
        var found = new List<(KeyPhrase, ulong[])>();
        var taken = new HashSet<ulong>();
        var neighbours = words.Zip(words.Skip(1)).Where(pair => pair.First.IsTelling && pair.Second is { IsTelling: true, FollowsClosely: true } && pair.First.Stem != pair.Second.Stem);
        foreach (var group in neighbours.GroupBy(pair => (pair.First.Stem, pair.Second.Stem)).OrderByDescending(group => group.Count()))
        {
            var (first, second) = group.Key;
            var (count, inHeading) = (group.Count(), group.Any(pair => pair.First.InHeading));
            if (count < 2 || Math.Max(counts[first], counts[second]) > count + 1 || taken.Contains(first) || taken.Contains(second)) continue;
            taken.UnionWith([first, second]);
            var shown = group.First();
            found.Add((new KeyPhrase([shown.First.Surface, shown.Second.Surface], count + 1 + (inHeading ? Heading : 0), count, inHeading, IsThing: true), [first, second]));
        }
        return found;
    }

    // The shortest form is the one without an ending: tomato rather than tomatoes.
    private static string Simplest(IEnumerable<TextWord> forms) => forms.MinBy(form => form.Surface.Length)!.Surface;
}
