using System.Globalization;

namespace Mosaic.Web.Platform.Settings;

/// <summary>How settings are written in <c>app_settings</c>: one row each, lower-case words and plain numbers.</summary>
internal static class AppSettingsRows
{
    /// <summary>The largest budget that can be set.</summary>
    public const long MostTokens = 1_000_000_000_000;

    /// <summary>The most calls of AI providers at once: with fewer than a hundred, as many answers could not be written side by side.</summary>
    public const int MostCalls = 256;

    /// <summary>Not among <see cref="Of"/>: it is written alone.</summary>
    public const string IndexingPaused = "indexing_paused";

    public static IReadOnlyList<(string Key, string Value)> Of(AppSettings settings) =>
    [
        ("registration", settings.Registration.ToString().ToLowerInvariant()),
        ("connection_log_days", Text(settings.ConnectionLogDays)),
        ("trash_days", Text(settings.TrashDays)),
        ("upload_limit_megabytes", Text(settings.UploadLimitMegabytes)),
        ("auto_tag", Text(settings.AutoTag)),
        ("auto_summary", Text(settings.AutoSummary)),
        ("auto_reply", Text(settings.AutoReply)),
        ("auto_diary", Text(settings.AutoDiary)),
        ("auto_diary_min_memos", Text(settings.AutoDiaryMinMemos)),
        ("auto_diary_min_chars", Text(settings.AutoDiaryMinChars)),
        ("ai_concurrency", Text(settings.AiConcurrency)),
        ("ai_daily_tokens", Text(settings.AiDailyTokens)),
        ("ai_monthly_tokens", Text(settings.AiMonthlyTokens)),
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
            AutoTag = Switch("auto_tag", settings.AutoTag),
            AutoSummary = Switch("auto_summary", settings.AutoSummary),
            AutoReply = Switch("auto_reply", settings.AutoReply),
            AutoDiary = Switch("auto_diary", settings.AutoDiary),
            AutoDiaryMinMemos = Number("auto_diary_min_memos", 1, 50, settings.AutoDiaryMinMemos),
            AutoDiaryMinChars = Number("auto_diary_min_chars", 0, 10_000, settings.AutoDiaryMinChars),
            AiConcurrency = Number("ai_concurrency", 1, MostCalls, settings.AiConcurrency),
            AiDailyTokens = LongNumber("ai_daily_tokens", 0, MostTokens, settings.AiDailyTokens),
            AiMonthlyTokens = LongNumber("ai_monthly_tokens", 0, MostTokens, settings.AiMonthlyTokens),
            IsIndexingPaused = Switch(IndexingPaused, settings.IsIndexingPaused),
        };

        int Number(string key, int least, int most, int otherwise) => (int)LongNumber(key, least, most, otherwise);

        long LongNumber(string key, long least, long most, long otherwise) =>
            rows.TryGetValue(key, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number : otherwise;

        bool Switch(string key, bool otherwise) => rows.TryGetValue(key, out var text) && bool.TryParse(text, out var isOn) ? isOn : otherwise;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool isOn) => isOn ? "true" : "false";
}
