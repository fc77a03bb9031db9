using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Ai;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Platform.Ai.Settings;

/// <summary>Says who answers for a purpose. Kept in memory; a change is heard from every process, and after a minute they are read again in case the news was lost.</summary>
public sealed class AiConfigs : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly IDbContextFactory<MosaicDb> _databases;
    private readonly AiKeys _keys;
    private readonly TimeProvider _clock;
    private readonly IDisposable _subscription;
    private Kept? _kept;
    private int _changes;

    public AiConfigs(IDbContextFactory<MosaicDb> databases, AiKeys keys, Live.Live live, TimeProvider clock)
    {
        (_databases, _keys, _clock) = (databases, keys, clock);
        _subscription = live.Subscribe(Topics.Settings, _ =>
        {
            Interlocked.Increment(ref _changes);
            _kept = null;
            return Task.CompletedTask;
        });
    }

    /// <summary>The provider set for this purpose, else chat's, else the offline helper.</summary>
    public async ValueTask<AiConfig> GetAsync(AiPurpose purpose, CancellationToken cancellationToken = default)
    {
        var configs = await AllAsync(cancellationToken);
        if (configs.TryGetValue(purpose.Key(), out var own)) return own;
        return purpose != AiPurpose.Embedding && configs.TryGetValue(AiPurpose.Chat.Key(), out var chat) ? chat : AiConfig.Offline(purpose);
    }

    /// <summary>Who places texts: the provider of today, and the one of before while that has not placed everything.</summary>
    public async ValueTask<IReadOnlyList<AiConfig>> PlacingAsync(CancellationToken cancellationToken = default)
    {
        var today = await GetAsync(AiPurpose.Embedding, cancellationToken);
        return (await AllAsync(cancellationToken)).TryGetValue(AiConfig.EmbeddingBefore, out var before) ? [today, before] : [today];
    }

    /// <summary>What is set, by key.</summary>
    public async ValueTask<IReadOnlyDictionary<string, AiConfig>> AllAsync(CancellationToken cancellationToken = default)
    {
        if (_kept is { } kept && kept.Until > _clock.GetUtcNow()) return kept.Configs;
        var changes = Volatile.Read(ref _changes);
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.ServerAiConfigs.AsNoTracking().ToListAsync(cancellationToken);
        var configs = rows.ToDictionary(row => row.Key, Read, StringComparer.Ordinal);
        // What was read while a change came in may be what was before it.
        if (changes == Volatile.Read(ref _changes)) _kept = new Kept(configs, _clock.GetUtcNow() + KeptFor);
        return configs;
    }

    public void Dispose() => _subscription.Dispose();

    private AiConfig Read(ServerAiConfig row)
    {
        var key = _keys.Decrypt(row.ApiKey);
        return new AiConfig(row.Key, row.Provider)
        {
            BaseUrl = row.BaseUrl,
            ApiKey = key,
            IsKeyLost = row.ApiKey is not null && key is null,
            Model = row.Provider == AiProviders.Offline ? AiConfig.Offline(AiPurposes.Find(row.Key) ?? AiPurpose.Embedding).Model : row.Model ?? "",
            Temperature = row.Temperature,
            MaxTokens = row.MaxTokens,
            TimeoutSeconds = row.TimeoutSeconds,
            Options = AiOptions.Read(row.Options),
        };
    }

    private sealed record Kept(IReadOnlyDictionary<string, AiConfig> Configs, DateTimeOffset Until);
}
