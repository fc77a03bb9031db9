using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mosaic.Web.Features.Chat.Importing;

/// <summary>Instants in all the ways exports write them. Without a zone they are UTC.</summary>
internal static partial class ImportTimes
{
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch, Latest = new(2999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Spoken = ["MMMM d, yyyy h:mmtt", "MMM d, yyyy h:mmtt", "MMMM d, yyyy h:mm tt", "MMMM d, yyyy HH:mm"];

    /// <summary>Null where it is no instant from 1970 to 2999.</summary>
    public static DateTimeOffset? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetDouble(out var number) => OfNumber(number),
        JsonValueKind.String => OfText(element.GetString()!.Trim()),
        _ => null,
    };

    // Seconds, milliseconds, microseconds or nanoseconds since 1970: each unit's numbers of our age are far from the next one's.
    private static DateTimeOffset? OfNumber(double number)
    {
        var milliseconds = Math.Abs(number) switch { < 1e11 => number * 1e3, < 1e14 => number, < 1e17 => number / 1e3, _ => number / 1e6 };
        return milliseconds > 0 && milliseconds < Latest.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(milliseconds)) : null;
    }

    private static DateTimeOffset? OfText(string text)
    {
        if (text.Length is 0 or > 64) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return OfNumber(number);
        if (Humanized().Match(text) is { Success: true } match) return OfParts(match);
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        return (DateTimeOffset.TryParseExact(text, Spoken, CultureInfo.InvariantCulture, Utc, out var time) || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out time))
            && time >= Earliest && time <= Latest ? time : null;
    }

    private static DateTimeOffset? OfParts(Match match)
    {
        int Part(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (year, month, day) = (Part(1), Part(2), Part(3));
        if (year is < 1970 or > 2999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || Part(4) > 23 || Part(5) > 59 || Part(6) > 59) return null;
        return new DateTimeOffset(year, month, day, Part(4), Part(5), Part(6), Part(7), TimeSpan.Zero);
    }

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2}) ?@ ?([0-9]{1,2})h ?([0-9]{1,2})m(?: ?([0-9]{1,2})s)?(?: ?([0-9]{1,3})ms)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Humanized();
}
