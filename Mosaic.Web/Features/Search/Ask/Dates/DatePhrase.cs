using System.Text.RegularExpressions;
using static Mosaic.Web.Features.Search.Ask.Dates.DateWords;

namespace Mosaic.Web.Features.Search.Ask.Dates;

/// <summary>Decides whether what a pattern found in a question names days, and which.</summary>
internal sealed partial class DatePhrase(string text, DateUnits units, DateOnly today)
{
    /// <summary>What is counted begins with none of these.</summary>
    private static readonly HashSet<string> SmallWords = ["did", "do", "was", "were", "have", "had", "about", "and", "or", "that", "with", "for", "on", "at", "in", "to", "the", "my", "when", "what", "who"];

    /// <summary>The first phrase that holds, with where it stands; of those at one place the first pattern's.</summary>
    public (DaySpan Days, int Start, int End)? First(IReadOnlyList<(Regex Pattern, Func<Match, (DaySpan Days, int End)?> Read)> patterns)
    {
        (DaySpan Days, int Start, int End)? first = null;
        foreach (var (pattern, read) in patterns)
            for (var match = pattern.Match(text); match.Success && !(match.Index >= first?.Start); match = pattern.Match(text, match.Index + 1))
                if (read(match) is (var days, var end) && !(days.First > today)) first = (days, match.Index, end);
        return first;
    }

    /// <summary>The second is the first one after the first.</summary>
    public (DaySpan, int)? Between(Match match)
    {
        var (a, b) = (match.Groups["a"].Value, match.Groups["b"].Value);
        if (Read(b) is not (var last, var kind)) return null;
        // Between 3 and 5 May.
        if (Read(a) is not (var first, _))
        {
            if (kind != DateKind.Day || !int.TryParse(a.TrimEnd('s', 't', 'n', 'd', 'r', 'h', '.'), out var day) || day < 1 || day > last.First!.Value.Day) return null;
            first = DaySpan.Of(new DateOnly(last.First.Value.Year, last.First.Value.Month, day));
        }
        else if (HasYear(b) && !HasYear(a)) first = Back(first, last);
        else if (!HasYear(b)) last = Follow(last, first, kind == DateKind.Weekday);
        return first.First > last.First ? null : (first.With(last), End(match));
    }

    public (DaySpan, int)? Open(Match match)
    {
        var how = match.Groups["how"].Value.ToLowerInvariant();
        if (match.Groups["n"].Success) return how == "seit" ? (new DaySpan(units.Ago(CountOf(match.Groups["n"].Value), UnitOf(match.Groups["u"].Value)), null), End(match)) : null;
        if (Read(match.Groups["a"].Value) is not (var days, _)) return null;
        DaySpan open = how switch
        {
            "since" or "seit" or "ab" => new(days.First, null),
            "after" or "nach" => new(days.Last!.Value.AddDays(1), null),
            "before" or "vor" => new(null, days.First!.Value.AddDays(-1)),
            _ => new(null, days.Last),
        };
        return (open, End(match));
    }

    public (DaySpan, int)? Ago(Match match)
    {
        var (count, unit) = (CountOf(match.Groups["n"].Value), UnitOf(match.Groups["u"].Value));
        var day = units.Ago(count, unit);
        return (unit switch { 'd' => DaySpan.Of(day), 'w' => DaySpan.OfWeek(day), 'm' => DaySpan.OfMonth(day.Year, day.Month), _ => DaySpan.OfYear(day.Year) }, End(match));
    }

    public (DaySpan, int)? LastFew(Match match) =>
        (new DaySpan(units.Ago(match.Groups["n"].Success ? CountOf(match.Groups["n"].Value) : 1, UnitOf(match.Groups["u"].Value)), today), End(match));

    /// <summary>In a month, a week or a year; on a day.</summary>
    public (DaySpan, int)? Within(Match match)
    {
        var first = match.Groups["a"];
        if (Read(first.Value) is not (var days, var kind)) return null;
        var isOn = match.Groups["how"].Value.ToLowerInvariant() is "on" or "am" or "an";
        if (isOn ? kind is DateKind.Month or DateKind.Year : kind is DateKind.Weekday or DateKind.Day) return null;
        // In 2000 steps.
        if (kind is DateKind.Year && days.First!.Value.Year % 100 == 0 && IsCounted(first.Index + first.Length)) return null;
        if (kind is DateKind.Month && !HasYear(first.Value) && match.Groups["how"].Value.Equals("in", StringComparison.OrdinalIgnoreCase) && IsName(first.Index + first.Length)) return null;
        if (match.Groups["b"] is { Success: true } second && Read(second.Value) is (var more, var other) && other == kind) return (days.With(more), End(match));
        return (days, first.Index + first.Length);
    }

    /// <summary>Without a preposition.</summary>
    public (DaySpan, int)? Alone(Match match)
    {
        var unit = match.Groups["a"];
        if (Read(unit.Value) is not (var days, var kind)) return null;
        var capital = unit.Value.Any(char.IsUpper);
        var holds = kind switch
        {
            DateKind.Certain => true,
            // 3 May and May 3rd; a word behind a number may be what is counted: May 3 people come?
            DateKind.Day => capital && (char.IsDigit(unit.Value[0]) || HasYear(unit.Value) || char.IsLetter(unit.Value[^1]) || !IsCounted(unit.Index + unit.Length)),
            DateKind.Month => capital && HasYear(unit.Value),
            _ => false,
        };
        return holds ? (days, End(match)) : null;
    }

    private (DaySpan Days, DateKind Kind)? Read(string unit) => unit.Split(' ').Any(word => char.IsLower(word.FirstOrDefault('A')) && Month().IsMatch(word) && IsAbbreviation(word)) ? null : units.Read(unit);

    private static bool HasYear(string unit) => FourDigits().IsMatch(unit);

    /// <summary>A word follows that the number before it may count.</summary>
    private bool IsCounted(int at) => NextWord().Match(text, at) is { Success: true } next && !SmallWords.Contains(next.Groups[1].Value);

    /// <summary>A name follows, which the month may be the first part of: in August Wilson's play.</summary>
    private bool IsName(int at) => at + 2 < text.Length && text[at] == ' ' && char.IsUpper(text[at + 1]) && char.IsLetter(text[at + 2]);

    /// <summary>The year at the end is that of both, or the second is in the year after.</summary>
    private static DaySpan Back(DaySpan first, DaySpan last)
    {
        while (first.First > last.First) first = Later(first, -1);
        return first;
    }

    /// <summary>The first one after the first.</summary>
    private static DaySpan Follow(DaySpan last, DaySpan first, bool isWeekday)
    {
        if (isWeekday) return last.First < first.First ? new DaySpan(last.First!.Value.AddDays(7), last.Last!.Value.AddDays(7)) : last;
        while (last.First < first.First) last = Later(last, 1);
        while (Later(last, -1).First >= first.First) last = Later(last, -1);
        return last;
    }

    /// <summary>The same days of another year; a month stays whole.</summary>
    private static DaySpan Later(DaySpan days, int years) => new(days.First!.Value.AddYears(years), days.Last!.Value.AddDays(1).AddYears(years).AddDays(-1));

    private static int End(Match match) => match.Index + match.Length;

    [GeneratedRegex(@"\A" + Months + @"\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"\d{4}")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"\G (\p{Ll}+)")]
    private static partial Regex NextWord();
}
