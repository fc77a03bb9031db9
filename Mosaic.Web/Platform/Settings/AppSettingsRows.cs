using System.Globalization;

namespace Mosaic.Web.Platform.Settings;

/// <summary>How settings are written in <c>app_settings</c>: one row each, lower-case words and plain numbers.</summary>
internal static class AppSettingsRows
{
    public static IReadOnlyList<(string Key, string Value)> Of(AppSettings settings) =>
    [
        ("registration", settings.Registration.ToString().ToLowerInvariant()),
        ("connection_log_days", Text(settings.ConnectionLogDays)),
        ("trash_days", Text(settings.TrashDays)),
        ("upload_limit_megabytes", Text(settings.UploadLimitMegabytes)),
    ];

    /// <summary>A row that is missing or makes no sense leaves the default.</summary>
    public static AppSettings Read(IReadOnlyDictionary<string, string> rows)
    {
        var settings = new AppSettings();
        return new AppSettings
        {
            Registration = rows.TryGetValue("registration", out var word) && Enum.TryParse<RegistrationMode>(word, ignoreCase: true, out var mode)
                && Enum.IsDefined(mode) ? mode : settings.Registration,
            ConnectionLogDays = Number("connection_log_days", 1, 3650, settings.ConnectionLogDays),
            TrashDays = Number("trash_days", 1, 3650, settings.TrashDays),
            UploadLimitMegabytes = Number("upload_limit_megabytes", 1, 2048, settings.UploadLimitMegabytes),
        };

        int Number(string key, int least, int most, int otherwise) =>
            rows.TryGetValue(key, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number : otherwise;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
