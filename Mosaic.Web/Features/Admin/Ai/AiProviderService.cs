using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Admin;
using Mosaic.Data.Ai;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Providers;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Admin.Ai;

/// <summary>Sets who answers for which purpose, and tries it. A key goes in and never comes out.</summary>
public sealed class AiProviderService(
    IDbContextFactory<MosaicDb> databases, AiConfigs configs, AiKeys keys, ProviderProbe probe, Reindexing index, Live live, TimeProvider time)
{
    private const string EnterAgain = "The address leads to another server: enter the key for it, so that the old one is not sent there.";

    /// <summary>Every purpose, chat and embeddings first.</summary>
    public async Task<IReadOnlyList<AiProviderState>> ListAsync(CancellationToken cancellationToken = default)
    {
        var set = await configs.AllAsync(cancellationToken);
        return [.. AiPurposes.All.OrderBy(purpose => AiPurposes.Always.Contains(purpose) ? 0 : 1).Select(purpose => StateOf(purpose, set))];
    }

    public async Task<AiProviderState> FindAsync(AiPurpose purpose, CancellationToken cancellationToken = default) =>
        StateOf(purpose, await configs.AllAsync(cancellationToken));

    public async Task<AdminResult> SaveAsync(Guid adminId, AiPurpose purpose, AiProviderEdit edit, CancellationToken cancellationToken = default)
    {
        var errors = AiProviderRules.Check(purpose, edit);
        if (errors.Any) return new AdminResult.Invalid(errors);
        var now = time.GetUtcNow();
        await using var work = await AdminWork.BeginAsync(databases, adminId, now, cancellationToken);
        if (work is null) return new AdminResult.NotFound();
        var row = await work.Db.ServerAiConfigs.SingleOrDefaultAsync(config => config.Key == purpose.Key(), cancellationToken);
        if (WouldTakeKeyAlong(row?.ApiKey is not null, row?.BaseUrl, edit)) return new AdminResult.Invalid(new FieldErrors().Add(nameof(edit.NewKey), EnterAgain));
        var before = row is null ? null : Recorded(row);
        var indexBefore = (row?.Provider, row?.Model);
        if (purpose == AiPurpose.Embedding) await index.KeepBeforeAsync(work.Db, edit.Provider == AiProviders.Offline ? null : edit.Provider, edit.Model?.Trim(), cancellationToken);
        if (row is null) work.Db.Add(row = new ServerAiConfig { Key = purpose.Key(), Provider = edit.Provider });
        Write(row, edit, now);
        work.Record(AuditAction.AiChanged, purpose.Title(), before, Recorded(row) with { IsKeyReplaced = edit.NewKey is { Length: > 0 } });
        if (purpose == AiPurpose.Embedding && indexBefore != (row.Provider, row.Model)) await index.EnqueueAsync(work.Db, cancellationToken);
        await work.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Settings, cancellationToken: CancellationToken.None);
        return new AdminResult.Done();
    }

    /// <summary>Lets chat's provider, or for embeddings the offline helper, answer for the purpose again.</summary>
    public async Task<AdminResult> RemoveAsync(Guid adminId, AiPurpose purpose, CancellationToken cancellationToken = default)
    {
        await using var work = await AdminWork.BeginAsync(databases, adminId, time.GetUtcNow(), cancellationToken);
        var row = work is null ? null : await work.Db.ServerAiConfigs.SingleOrDefaultAsync(config => config.Key == purpose.Key(), cancellationToken);
        if (work is null || row is null) return new AdminResult.NotFound();
        if (purpose == AiPurpose.Embedding) await index.KeepBeforeAsync(work.Db, null, null, cancellationToken);
        work.Db.Remove(row);
        work.Record(AuditAction.AiChanged, purpose.Title(), Recorded(row), null);
        if (purpose == AiPurpose.Embedding) await index.EnqueueAsync(work.Db, cancellationToken);
        await work.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Settings, cancellationToken: CancellationToken.None);
        return new AdminResult.Done();
    }

    /// <summary>Lets the making of the index of meaning rest, or go on.</summary>
    public async Task<AdminResult> PauseIndexAsync(Guid adminId, bool isPaused, CancellationToken cancellationToken = default)
    {
        await using var work = await AdminWork.BeginAsync(databases, adminId, time.GetUtcNow(), cancellationToken);
        if (work is null) return new AdminResult.NotFound();
        await index.PauseAsync(work.Db, isPaused, cancellationToken);
        work.Record(AuditAction.AiChanged, "Index of meaning", new { isPaused = !isPaused }, new { isPaused });
        await work.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Settings, cancellationToken: CancellationToken.None);
        return new AdminResult.Done();
    }

    /// <summary>Tries settings by a real call, saved or not; the key that is set is used where no new one is given.</summary>
    public async Task<ProbeResult> TestAsync(Guid adminId, AiPurpose purpose, AiProviderEdit edit, CancellationToken cancellationToken = default)
    {
        if (AiProviderRules.Check(purpose, edit) is { Any: true } errors) return new ProbeResult(false, errors[errors.First!]!);
        var set = (await configs.AllAsync(cancellationToken)).GetValueOrDefault(purpose.Key());
        if (WouldTakeKeyAlong(set?.ApiKey is not null, set?.BaseUrl, edit)) return new ProbeResult(false, EnterAgain);
        var config = new AiConfig(purpose.Key(), edit.Provider)
        {
            BaseUrl = edit.BaseUrl?.Trim(),
            ApiKey = edit.NewKey is null ? set?.ApiKey : edit.NewKey.Length == 0 ? null : new AiSecret(edit.NewKey),
            IsKeyLost = edit.NewKey is null && set is { IsKeyLost: true },
            Model = edit.Model?.Trim() ?? "",
            Temperature = edit.Temperature,
            MaxTokens = edit.MaxTokens,
            TimeoutSeconds = edit.TimeoutSeconds,
            Options = new AiOptions { InputPrice = edit.InputPrice, OutputPrice = edit.OutputPrice, Dimensions = edit.Dimensions, SeesPictures = edit.SeesPictures, ContextTokens = edit.ContextTokens },
        };
        return await probe.TestAsync(config, purpose, adminId, cancellationToken);
    }

    /// <summary>Whoever could point a kept key at a server of their own could read it there, also by way of a provider that needs no address.</summary>
    private static bool WouldTakeKeyAlong(bool hasKey, string? oldAddress, AiProviderEdit edit) =>
        hasKey && edit.NewKey is null && !(edit.Provider == AiProviders.Offline && string.IsNullOrWhiteSpace(edit.BaseUrl)) && AiAddress.HostOf(oldAddress) != AiAddress.HostOf(edit.BaseUrl);

    private void Write(ServerAiConfig row, AiProviderEdit edit, DateTimeOffset now)
    {
        var options = AiOptions.Read(row.Options);
        row.Provider = edit.Provider;
        row.BaseUrl = edit.BaseUrl?.Trim();
        row.Model = edit.Model?.Trim();
        (row.Temperature, row.MaxTokens, row.TimeoutSeconds) = (edit.Temperature, edit.MaxTokens, edit.TimeoutSeconds);
        if (edit.NewKey is not null) row.ApiKey = edit.NewKey.Length == 0 ? null : keys.Encrypt(edit.NewKey);
        row.Options = new AiOptions
        {
            InputPrice = edit.InputPrice,
            OutputPrice = edit.OutputPrice,
            Dimensions = edit.Dimensions,
            SeesPictures = edit.SeesPictures,
            ContextTokens = edit.ContextTokens,
            KeyEnding = edit.NewKey is null ? options.KeyEnding : edit.NewKey.Length == 0 ? null : AiKeys.Ending(edit.NewKey),
        }.Write();
        row.UpdatedAt = now;
    }

    private static AiProviderState StateOf(AiPurpose purpose, IReadOnlyDictionary<string, AiConfig> set)
    {
        var own = set.GetValueOrDefault(purpose.Key());
        var config = own ?? (purpose == AiPurpose.Embedding ? null : set.GetValueOrDefault(AiPurpose.Chat.Key())) ?? AiConfig.Offline(purpose);
        var settings = new AiProviderEdit(config.Provider)
        {
            BaseUrl = config.BaseUrl,
            Model = config.IsOffline ? null : config.Model,
            Temperature = config.Temperature,
            MaxTokens = config.MaxTokens,
            TimeoutSeconds = config.TimeoutSeconds,
            InputPrice = config.Options.InputPrice,
            OutputPrice = config.Options.OutputPrice,
            Dimensions = config.Options.Dimensions,
            SeesPictures = config.Options.SeesPictures,
            ContextTokens = config.Options.ContextTokens,
        };
        return new AiProviderState(purpose, own is not null, settings, config.ApiKey is not null, config.Options.KeyEnding, config.IsKeyLost);
    }

    private static AuditedProvider Recorded(ServerAiConfig row)
    {
        var options = AiOptions.Read(row.Options);
        return new AuditedProvider(row.Provider, row.BaseUrl, row.Model, row.Temperature, row.MaxTokens, row.TimeoutSeconds, options.InputPrice, options.OutputPrice,
            options.Dimensions, row.ApiKey is null ? "none" : $"set, ends {options.KeyEnding}")
        { SeesPictures = options.SeesPictures, ContextTokens = options.ContextTokens };
    }
}
