namespace Mosaic.Web.Features.Search.Ask.Dates;

/// <summary>The words of days in English and German, as pieces of patterns and by what they mean.</summary>
internal static class DateWords
{
    public const string Months = @"(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|jänner|februar|märz|maerz|mai|juni|juli|oktober|dezember|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|okt|nov|dec|dez)\b\.?)";
    public const string Weekdays = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)";
    public const string Units = "(?:days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?)";
    public const string Last = "(?:last|previous|letzte[nmrs]?|vorige[nmrs]?|vergangene[nmrs]?)";
    public const string This = "(?:this|diese[nmrs]?)";
    public const string Count = @"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eine[nmr]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)";

    private static readonly string[] MonthBeginnings = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, int> Counts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a"] = 1,
        ["an"] = 1,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["twelve"] = 12,
        ["ein"] = 1,
        ["eine"] = 1,
        ["einen"] = 1,
        ["einem"] = 1,
        ["einer"] = 1,
        ["zwei"] = 2,
        ["drei"] = 3,
        ["vier"] = 4,
        ["fünf"] = 5,
        ["sechs"] = 6,
        ["sieben"] = 7,
        ["acht"] = 8,
        ["neun"] = 9,
        ["zehn"] = 10,
        ["zwölf"] = 12,
    };

    /// <summary>1 to 12.</summary>
    public static int MonthOf(string name) => 1 + Array.IndexOf(MonthBeginnings, name[..3].ToLowerInvariant() switch
    {
        "jän" => "jan",
        "mär" or "mae" => "mar",
        "mai" => "may",
        "okt" => "oct",
        "dez" => "dec",
        var beginning => beginning,
    });

    public static DayOfWeek WeekdayOf(string name) => name.ToLowerInvariant() switch
    {
        "monday" or "montag" => DayOfWeek.Monday,
        "tuesday" or "dienstag" => DayOfWeek.Tuesday,
        "wednesday" or "mittwoch" => DayOfWeek.Wednesday,
        "thursday" or "donnerstag" => DayOfWeek.Thursday,
        "friday" or "freitag" => DayOfWeek.Friday,
        "saturday" or "samstag" or "sonnabend" => DayOfWeek.Saturday,
        _ => DayOfWeek.Sunday,
    };

    /// <summary><c>d</c>, <c>w</c>, <c>m</c> or <c>y</c>.</summary>
    public static char UnitOf(string name) => char.ToLowerInvariant(name[0]) switch { 't' => 'd', 'j' => 'y', var first => first };

    public static int CountOf(string word) => Counts.TryGetValue(word, out var count) ? count : int.Parse(word, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Short names that are also other words, in other cases or tongues, count only with a capital.</summary>
    public static bool IsAbbreviation(string month) => month.TrimEnd('.').Length <= 4 && !month.StartsWith("ma", StringComparison.OrdinalIgnoreCase) && month.ToLowerInvariant() is not ("june" or "july" or "juni" or "juli" or "märz")
        || month.TrimEnd('.').Equals("mar", StringComparison.OrdinalIgnoreCase);
}
