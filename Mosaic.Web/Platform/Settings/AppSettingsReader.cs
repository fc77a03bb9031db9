using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Platform.Settings;

/// <summary>
/// Reads the settings and keeps them: a change is heard over <see cref="Live"/> from every web process, and after a minute they are read
/// again in case the news was lost.
/// </summary>
public sealed class AppSettingsReader : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly IDbContextFactory<MosaicDb> _databases;
    private readonly TimeProvider _time;
    private readonly IDisposable _subscription;
    private Kept? _kept;

    public AppSettingsReader(IDbContextFactory<MosaicDb> databases, Live.Live live, TimeProvider time)
    {
        _databases = databases;
        _time = time;
        _subscription = live.Subscribe(Topics.Settings, _ =>
        {
            _kept = null;
            return Task.CompletedTask;
        });
    }

    public async ValueTask<AppSettings> GetAsync(CancellationToken cancellationToken = default)
    {
        if (_kept is { } kept && kept.Until > _time.GetUtcNow()) return kept.Settings;
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var settings = await ReadAsync(db, cancellationToken);
        _kept = new Kept(settings, _time.GetUtcNow() + KeptFor);
        return settings;
    }

    public void Dispose() => _subscription.Dispose();

    internal static async Task<AppSettings> ReadAsync(MosaicDb db, CancellationToken cancellationToken) => AppSettingsRows.Read(
        await db.AppSettings.AsNoTracking().ToDictionaryAsync(setting => setting.Key, setting => setting.Value, cancellationToken));

    /// <summary>Part of the caller's transaction; announce <see cref="Topics.Settings"/> after its commit.</summary>
    internal static async Task WriteAsync(MosaicDb db, AppSettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (key, value) in AppSettingsRows.Of(settings)) await WriteAsync(db, key, value, now, cancellationToken);
    }

    /// <inheritdoc cref="WriteAsync(MosaicDb, AppSettings, DateTimeOffset, CancellationToken)"/>
    internal static Task WriteAsync(MosaicDb db, string key, string value, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO app_settings (key, value, updated_at) VALUES ({key}, {value}, {now})
            ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
            """, cancellationToken);

    private sealed record Kept(AppSettings Settings, DateTimeOffset Until);
}
