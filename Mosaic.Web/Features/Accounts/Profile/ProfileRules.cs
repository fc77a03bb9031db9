using System.Globalization;
using System.Text;

namespace Mosaic.Web.Features.Accounts.Profile;

/// <summary>What a profile may say.</summary>
public static class ProfileRules
{
    public const int DisplayNameLength = 50;
    public const int BioLength = 160;

    public static FieldErrors Check(ProfileForm form) => new FieldErrors()
        .Add(nameof(form.DisplayName), TooLong(form.DisplayName, DisplayNameLength))
        .Add(nameof(form.Bio), TooLong(form.Bio, BioLength))
        .Add(nameof(form.TimeZone), ProfileChoices.TimeZones.Contains(form.TimeZone) ? null : "Choose a time zone from the list.")
        .Add(nameof(form.DayEndsAt), DayEnd(form.DayEndsAt) is null ? "Enter a time such as 04:00." : null)
        .Add(nameof(form.Language), ProfileChoices.Languages.Any(language => language.Tag == form.Language) ? null : "Choose a language from the list.")
        .Add(nameof(form.Theme), form.Theme is "system" or "light" or "dark" ? null : "Choose one of the three.");

    /// <summary>Null when the text is no time of day.</summary>
    public static TimeOnly? DayEnd(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The database counts characters, so an emoji is one, not two.</summary>
    private static string? TooLong(string? text, int limit)
    {
        var length = Cleaned(text)?.EnumerateRunes().Count() ?? 0;
        return length > limit ? $"Use at most {limit} characters; this has {length}." : null;
    }

    /// <summary>Without the characters no page can show; null when nothing is left.</summary>
    public static string? Cleaned(string? text)
    {
        var cleaned = string.Concat((text ?? "").ReplaceLineEndings("\n").EnumerateRunes()
            .Where(rune => rune.Value == '\n' || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control)).Trim();
        return cleaned.Length == 0 ? null : cleaned;
    }
}
