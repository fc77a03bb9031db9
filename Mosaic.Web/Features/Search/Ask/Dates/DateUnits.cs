using System.Globalization;
using System.Text.RegularExpressions;
using static Mosaic.Web.Features.Search.Ask.Dates.DateWords;

namespace Mosaic.Web.Features.Search.Ask.Dates;

/// <summary>Reads what names one day, week, month or year. What has no year is the latest that is not in the future.</summary>
internal sealed partial class DateUnits(DateOnly today)
{
    /// <summary>All that is read here, for patterns of whole phrases.</summary>
    public const string Pattern = @"(?:" + Iso + "|" + Dotted + "|" + DayMonth + "|" + MonthDay + "|" + Named + "|" + MonthYear + "|" + Relative + "|" + Weekday + "|" + YearAlone + @")(?![\p{L}\d])";

    private const string Iso = @"\d{4}-\d{1,2}(?:-\d{1,2})?";
    private const string Dotted = @"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?";
    private const string YearAfter = @"(?:,?\s+(?:of\s+)?\d{4})?";
    private const string DayMonth = @"\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?" + Months + YearAfter;
    private const string MonthDay = Months + @"\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?(?!\d)" + YearAfter;
    private const string MonthYear = "(?:(?:" + Last + "|" + This + @")\s+)?" + Months + YearAfter;
    private const string Named = "(?:today|yesterday|heute|vorgestern|gestern|(?:the\\s+)?day\\s+before\\s+yesterday|tonight|last\\s+night|this\\s+(?:morning|afternoon|evening))";
    private const string Relative = "(?:" + Last + "|" + This + @")\s+(?:week|month|year|woche|monats?|jahre?s?)|" + Count + @"\s+" + Units + @"\s+ago";
    private const string Weekday = "(?:(?:" + Last + "|" + This + @")\s+)?" + Weekdays;
    private const string YearAlone = @"(?:19[7-9]|20\d)\d";

    /// <summary>The days and how sure they are; null for what no calendar has.</summary>
    public (DaySpan Days, DateKind Kind)? Read(string unit)
    {
        try
        {
            return DaysOf(unit.Trim());
        }
        catch (ArgumentOutOfRangeException)
        {
            // Such as 31 February.
            return null;
        }
    }

    /// <summary>So many days, weeks, months or years before today.</summary>
    public DateOnly Ago(int count, char unit) => unit switch
    {
        'd' => today.AddDays(-count),
        'w' => today.AddDays(-7 * count),
        'm' => today.AddMonths(-count),
        _ => today.AddYears(-count),
    };

    private (DaySpan, DateKind)? DaysOf(string unit)
    {
        if (IsoForm().Match(unit) is { Success: true } iso)
            return iso.Groups[3].Success ? (DaySpan.Of(new DateOnly(Year(iso, 1), Int(iso, 2), Int(iso, 3))), DateKind.Certain) : (DaySpan.OfMonth(Year(iso, 1), Int(iso, 2)), DateKind.Certain);
        if (DottedForm().Match(unit) is { Success: true } dotted)
            return dotted.Groups[3].Success ? (DaySpan.Of(new DateOnly(Year(dotted, 3), Int(dotted, 2), Int(dotted, 1))), DateKind.Certain) : (DaySpan.Of(Latest(Int(dotted, 2), Int(dotted, 1))), DateKind.Day);
        if (DayMonthForm().Match(unit) is { Success: true } day) return (DayOf(day, MonthOf(day.Groups[2].Value), Int(day, 1)), DateKind.Day);
        if (MonthDayForm().Match(unit) is { Success: true } named) return (DayOf(named, MonthOf(named.Groups[1].Value), Int(named, 2)), DateKind.Day);
        if (MonthForm().Match(unit) is { Success: true } month) return (MonthSpan(month), month.Groups[1].Success ? DateKind.Certain : DateKind.Month);
        if (WeekdayForm().Match(unit) is { Success: true } weekday) return (DaySpan.Of(WeekdayDay(weekday)), weekday.Groups[1].Success ? DateKind.Certain : DateKind.Weekday);
        if (RelativeForm().Match(unit) is { Success: true } relative) return (Around(relative.Groups[1].Value, relative.Groups[2].Value), DateKind.Certain);
        if (AgoForm().Match(unit) is { Success: true } ago) return (Whole(Ago(CountOf(ago.Groups[1].Value), UnitOf(ago.Groups[2].Value)), UnitOf(ago.Groups[2].Value)), DateKind.Certain);
        if (unit.Length == 4 && int.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return (DaySpan.OfYear(year), DateKind.Year);
        int? back = unit.ToLowerInvariant() switch
        {
            "yesterday" or "gestern" => 1,
            "vorgestern" => 2,
            var words when words.EndsWith("yesterday", StringComparison.Ordinal) => 2,
            var words when words.StartsWith("last", StringComparison.Ordinal) => 1,
            var words when words.Length > 0 && char.IsLetter(words[0]) => 0,
            _ => null,
        };
        return back is null ? null : (DaySpan.Of(today.AddDays(-back.Value)), DateKind.Certain);
    }

    private DaySpan DayOf(Match match, int month, int day) => DaySpan.Of(match.Groups[3].Success ? new DateOnly(Year(match, 3), month, day) : Latest(month, day));

    /// <summary>A 29 February may be years ago.</summary>
    private DateOnly Latest(int month, int day)
    {
        for (var year = today.Year; year > today.Year - 9; year--)
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) <= today) return new DateOnly(year, month, day);
        throw new ArgumentOutOfRangeException(nameof(day));
    }

    private DaySpan MonthSpan(Match match)
    {
        var month = MonthOf(match.Groups[2].Value);
        if (match.Groups[3].Success) return DaySpan.OfMonth(Year(match, 3), month);
        var isLast = match.Groups[1].Success && IsLast(match.Groups[1].Value);
        var isThis = match.Groups[1].Success && !isLast;
        return DaySpan.OfMonth(today.Year - (!isThis && (month > today.Month || (isLast && month == today.Month)) ? 1 : 0), month);
    }

    private DateOnly WeekdayDay(Match match)
    {
        var weekday = WeekdayOf(match.Groups[2].Value);
        var back = ((int)today.DayOfWeek - (int)weekday + 7) % 7;
        if (!match.Groups[1].Success) return today.AddDays(-back);
        return IsLast(match.Groups[1].Value) ? today.AddDays(back == 0 ? -7 : -back) : DaySpan.OfWeek(today).First!.Value.AddDays(((int)weekday + 6) % 7);
    }

    private DaySpan Around(string which, string unit) => Whole(IsLast(which) ? Ago(1, UnitOf(unit)) : today, UnitOf(unit));

    private static DaySpan Whole(DateOnly day, char unit) => unit switch
    {
        'd' => DaySpan.Of(day),
        'w' => DaySpan.OfWeek(day),
        'm' => DaySpan.OfMonth(day.Year, day.Month),
        _ => DaySpan.OfYear(day.Year),
    };

    private static bool IsLast(string which) => !which.StartsWith("th", StringComparison.OrdinalIgnoreCase) && !which.StartsWith("di", StringComparison.OrdinalIgnoreCase);

    private static int Int(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>What lies at the ends of the calendar has no day before or behind it.</summary>
    private static int Year(Match match, int group) => Int(match, group) is var year and >= 1000 and < 9000 ? year : throw new ArgumentOutOfRangeException(nameof(match));

    [GeneratedRegex(@"\A(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\z")]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"\A(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}))?\z")]
    private static partial Regex DottedForm();

    [GeneratedRegex(@"\A(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(" + Months + @")(?:,?\s+(?:of\s+)?(\d{4}))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthForm();

    [GeneratedRegex(@"\A(" + Months + @")\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?:of\s+)?(\d{4}))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthDayForm();

    [GeneratedRegex(@"\A(?:(" + Last + "|" + This + @")\s+)?(" + Months + @")(?:,?\s+(?:of\s+)?(\d{4}))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthForm();

    [GeneratedRegex(@"\A(?:(" + Last + "|" + This + @")\s+)?(" + Weekdays + @")\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WeekdayForm();

    [GeneratedRegex(@"\A(" + Last + "|" + This + @")\s+(week|month|year|woche|monats?|jahre?s?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RelativeForm();

    [GeneratedRegex(@"\A(" + Count + @")\s+(" + Units + @")\s+ago\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AgoForm();
}
