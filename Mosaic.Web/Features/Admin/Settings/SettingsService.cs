using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Admin;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Admin.Settings;

/// <summary>Changes the settings of the house.</summary>
public sealed class SettingsService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider time)
{
    public async Task<AdminResult> ChangeAsync(Guid adminId, AppSettings settings, CancellationToken cancellationToken = default)
    {
        var errors = Check(settings);
        if (errors.Any) return new AdminResult.Invalid(errors);
        var now = time.GetUtcNow();
        await using var work = await AdminWork.BeginAsync(databases, adminId, now, cancellationToken);
        if (work is null) return new AdminResult.NotFound();
        var before = await AppSettingsReader.ReadAsync(work.Db, cancellationToken);
        await AppSettingsReader.WriteAsync(work.Db, settings, now, cancellationToken);
        work.Record(AuditAction.SettingsChanged, "settings", AsRows(before), AsRows(settings));
        await work.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Settings, cancellationToken: cancellationToken);
        return new AdminResult.Done();
    }

    private static FieldErrors Check(AppSettings settings) => new FieldErrors()
        .Add(nameof(settings.TrashDays), Between(settings.TrashDays, 1, 3650, "days"))
        .Add(nameof(settings.UploadLimitMegabytes), Between(settings.UploadLimitMegabytes, 1, 2048, "megabytes"))
        .Add(nameof(settings.ConnectionLogDays), Between(settings.ConnectionLogDays, 1, 3650, "days"))
        .Add(nameof(settings.AiConcurrency), Between(settings.AiConcurrency, 1, AppSettingsRows.MostCalls, "calls"))
        .Add(nameof(settings.AiDailyTokens), Between(settings.AiDailyTokens, 0, AppSettingsRows.MostTokens, "tokens"))
        .Add(nameof(settings.AutoDiaryMinMemos), Between(settings.AutoDiaryMinMemos, 1, 50, "memos"))
        .Add(nameof(settings.AutoDiaryMinChars), Between(settings.AutoDiaryMinChars, 0, 10_000, "characters"))
        .Add(nameof(settings.AiMonthlyTokens), Between(settings.AiMonthlyTokens, 0, AppSettingsRows.MostTokens, "tokens"));

    private static string? Between(long number, long least, long most, string unit) =>
        number >= least && number <= most ? null : $"Enter {least} to {most} {unit}.";

    private static Dictionary<string, string> AsRows(AppSettings settings) => AppSettingsRows.Of(settings).ToDictionary(row => row.Key, row => row.Value);
}
