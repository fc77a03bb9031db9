using System.Collections.Frozen;
using System.Globalization;

namespace Mosaic.Web.Features.Accounts.Profile;

/// <summary>What the lists of the profile page offer.</summary>
public static class ProfileChoices
{
    private static readonly string[] Tags =
    [
        "en", "en-GB", "ar", "bg", "bn", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv",
        "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh-Hans", "zh-Hant",
    ];

    /// <summary>Each under its own name, as people look for it.</summary>
    public static readonly IReadOnlyList<(string Tag, string Name)> Languages =
        [.. Tags.Select(tag => (tag, Capitalised(CultureInfo.GetCultureInfo(tag))))];

    public static readonly IReadOnlyList<string> TimeZonesInOrder =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Append("UTC").Distinct().Where(IsPlace).Order(StringComparer.Ordinal)];

    public static readonly FrozenSet<string> TimeZones =
        TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Append("UTC").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Continents and cities; the old short names still count but nobody looks for them.</summary>
    private static bool IsPlace(string id) => id == "UTC" || (id.Contains('/', StringComparison.Ordinal)
        && !id.StartsWith("Etc/", StringComparison.Ordinal) && !id.StartsWith("SystemV/", StringComparison.Ordinal) && !id.StartsWith("US/", StringComparison.Ordinal));

    private static string Capitalised(CultureInfo culture) => culture.TextInfo.ToTitleCase(culture.NativeName[..1]) + culture.NativeName[1..];
}
