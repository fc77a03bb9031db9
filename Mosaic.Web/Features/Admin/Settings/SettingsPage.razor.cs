using System.Globalization;
using Microsoft.AspNetCore.Components;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Admin.Settings;

public sealed partial class SettingsPage(SettingsService service, AppSettingsReader reader, CurrentUser currentUser)
{
    private static readonly (RegistrationMode, string)[] Modes =
    [
        (RegistrationMode.Closed, "Nobody: admins add people"),
        (RegistrationMode.Invitation, "Who has an invitation"),
        (RegistrationMode.Open, "Anybody who finds this house"),
    ];

    private FieldErrors _errors = new();
    private RegistrationMode _registration;
    private string _trashDays = "";
    private string _uploadLimit = "";
    private string _logDays = "";
    private string _concurrency = "", _dailyTokens = "", _monthlyTokens = "";
    private string _minMemos = "", _minChars = "";
    private bool _autoTag, _autoSummary, _autoReply, _autoDiary;
    private string? _notice;
    private bool _refused;
    private bool _busy;

    [PersistentState] public AppSettings? Settings { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Settings ??= await reader.GetAsync();
        _registration = Settings.Registration;
        (_trashDays, _uploadLimit, _logDays) = (Text(Settings.TrashDays), Text(Settings.UploadLimitMegabytes), Text(Settings.ConnectionLogDays));
        (_autoTag, _autoSummary, _autoReply, _autoDiary) = (Settings.AutoTag, Settings.AutoSummary, Settings.AutoReply, Settings.AutoDiary);
        (_minMemos, _minChars) = (Text(Settings.AutoDiaryMinMemos), Text(Settings.AutoDiaryMinChars));
        (_concurrency, _dailyTokens, _monthlyTokens) = (Text(Settings.AiConcurrency), Text(Settings.AiDailyTokens), Text(Settings.AiMonthlyTokens));
    }

    private async Task SaveAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var person = await currentUser.GetAsync();
            var wanted = Settings! with
            {
                Registration = _registration,
                TrashDays = Small(_trashDays),
                UploadLimitMegabytes = Small(_uploadLimit),
                ConnectionLogDays = Small(_logDays),
                AutoTag = _autoTag,
                AutoSummary = _autoSummary,
                AutoReply = _autoReply,
                AutoDiary = _autoDiary,
                AutoDiaryMinMemos = Small(_minMemos),
                AutoDiaryMinChars = (int)Math.Min(Tokens(_minChars), int.MaxValue),
                AiConcurrency = Small(_concurrency),
                AiDailyTokens = Tokens(_dailyTokens),
                AiMonthlyTokens = Tokens(_monthlyTokens),
            };
            var result = await service.ChangeAsync(person.Id, wanted);
            _errors = result is AdminResult.Invalid invalid ? invalid.Errors : new FieldErrors();
            _refused = result is not AdminResult.Done;
            _notice = result switch
            {
                AdminResult.Done => "The settings are saved and hold from now on.",
                AdminResult.Invalid => "Nothing is saved yet: one of the numbers cannot be used.",
                _ => "You are no longer an admin, so nothing was saved.",
            };
            if (!_refused) Settings = wanted;
        }
        finally
        {
            _busy = false;
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is no number is one that the rules refuse.</summary>
    private static int Small(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <inheritdoc cref="Small"/>
    private static long Tokens(string text) => long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
