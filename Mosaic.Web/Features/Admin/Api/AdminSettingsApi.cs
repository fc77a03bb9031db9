using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Features.Admin.Settings;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Admin.Api;

/// <summary>The settings of the house, for programs of admins.</summary>
internal sealed class AdminSettingsApi : IApiGroup
{
    private static readonly SettingsJson Example = SettingsJson.Of(new AppSettings());

    public string Address => "/admin/settings";

    public string Title => "Admin: settings";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ReadAsync).Needs(ApiScopes.Admin).Is("readSettings", "The settings of the house").Gives(Example);
        group.MapPut("/", ChangeAsync).Needs(ApiScopes.Admin).Is("changeSettings", "Change all settings", "Send them whole.").Takes(Example).Gives(Example).Refuses(422);
    }

    private static async Task<Ok<SettingsJson>> ReadAsync(AppSettingsReader settings, CancellationToken cancellationToken) =>
        TypedResults.Ok(SettingsJson.Of(await settings.GetAsync(cancellationToken)));

    private static async Task<Results<Ok<SettingsJson>, ProblemHttpResult>> ChangeAsync(
        SettingsJson wanted, ClaimsPrincipal user, SettingsService settings, CancellationToken cancellationToken)
    {
        if (wanted.ToSettings() is not { } changed) return ApiProblem.Refused("There are closed, invitation and open.", "registration");
        var result = await settings.ChangeAsync(user.UserId(), changed, cancellationToken);
        return result is AdminResult.Done ? TypedResults.Ok(SettingsJson.Of(changed)) : AdminProblem.Of(result);
    }

    /// <param name="Registration"><c>closed</c>, <c>invitation</c> or <c>open</c>.</param>
    /// <param name="ConnectionLogDays">How long the sign-in log is kept.</param>
    /// <param name="TrashDays">How long the trash keeps what was deleted.</param>
    /// <param name="UploadLimitMegabytes">The largest file.</param>
    /// <param name="AutoTag">Tags are proposed for memos that have none; true where it is left out, as every value is its default.</param>
    /// <param name="AutoSummary">Long memos are summed up.</param>
    /// <param name="AutoReply">Bots that read along reply to memos.</param>
    /// <param name="AutoDiary">Nights make drafts of diary pages.</param>
    /// <param name="AutoDiaryMinMemos">The fewest memos that make a day's draft.</param>
    /// <param name="AutoDiaryMinChars">How long just so many memos have to be together, in characters.</param>
    /// <param name="AiConcurrency">Calls of AI providers at once in each process.</param>
    /// <param name="AiDailyTokens">AI tokens a person may use a day; 0 is no limit.</param>
    /// <param name="AiMonthlyTokens">AI tokens a person may use a month; 0 is no limit.</param>
    internal sealed record SettingsJson(
        string Registration, int ConnectionLogDays, int TrashDays, int UploadLimitMegabytes,
        bool AutoTag = true, bool AutoSummary = true, bool AutoReply = true, bool AutoDiary = true, int AutoDiaryMinMemos = 2, int AutoDiaryMinChars = 150,
        int AiConcurrency = 4, long AiDailyTokens = 0, long AiMonthlyTokens = 0)
    {
        public static SettingsJson Of(AppSettings settings) => new(
            settings.Registration.ToString().ToLowerInvariant(), settings.ConnectionLogDays, settings.TrashDays, settings.UploadLimitMegabytes,
            settings.AutoTag, settings.AutoSummary, settings.AutoReply, settings.AutoDiary, settings.AutoDiaryMinMemos, settings.AutoDiaryMinChars,
            settings.AiConcurrency, settings.AiDailyTokens, settings.AiMonthlyTokens);

        /// <summary>Null when the registration is none of the three words.</summary>
        public AppSettings? ToSettings() => Registration switch
        {
            "closed" => With(RegistrationMode.Closed),
            "invitation" => With(RegistrationMode.Invitation),
            "open" => With(RegistrationMode.Open),
            _ => null,
        };

        private AppSettings With(RegistrationMode mode) => new()
        {
            Registration = mode,
            ConnectionLogDays = ConnectionLogDays,
            TrashDays = TrashDays,
            UploadLimitMegabytes = UploadLimitMegabytes,
            AutoTag = AutoTag,
            AutoSummary = AutoSummary,
            AutoReply = AutoReply,
            AutoDiary = AutoDiary,
            AutoDiaryMinMemos = AutoDiaryMinMemos,
            AutoDiaryMinChars = AutoDiaryMinChars,
            AiConcurrency = AiConcurrency,
            AiDailyTokens = AiDailyTokens,
            AiMonthlyTokens = AiMonthlyTokens,
        };
    }
}
