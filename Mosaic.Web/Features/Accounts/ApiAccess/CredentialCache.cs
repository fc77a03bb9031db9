using System.Collections.Concurrent;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Accounts.ApiAccess;

/// <summary>
/// Keeps good credentials for less than a second, so that a program that asks much does not ask the database twice each time. What is
/// revoked stops at once where the news arrives, and within that second everywhere.
/// </summary>
internal sealed class CredentialCache(Credentials credentials, AccessTokens tokens, Live live, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMilliseconds(800);
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, Entry> _known = new();
    private readonly ConcurrentDictionary<Guid, IDisposable> _subscriptions = new();

    /// <summary>Null when the secret is none of ours, over or revoked.</summary>
    public async ValueTask<Credential?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(secret, out var entry) && entry.Until > now && Environment.TickCount64 < entry.Ticks) return entry.Credential;
        var credential = await AskAsync(secret, cancellationToken);
        if (credential is null)
        {
            _known.TryRemove(secret, out _);
            return null;
        }
        _subscriptions.GetOrAdd(credential.UserId, id => live.Subscribe(Topics.Account(id), _ => { Forget(id); return Task.CompletedTask; }));
        if (_known.Count >= Most) _known.Clear();
        _known[secret] = new Entry(credential, credential.ExpiresAt ?? DateTimeOffset.MaxValue, Environment.TickCount64 + (long)Kept.TotalMilliseconds);
        return credential;
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions.Values) subscription.Dispose();
    }

    private async Task<Credential?> AskAsync(string secret, CancellationToken cancellationToken)
    {
        if (secret.StartsWith(ApiSecret.KeyPrefix, StringComparison.Ordinal))
            return ApiSecret.LooksRight(secret, ApiSecret.KeyPrefix) ? await credentials.OfKeyAsync(secret, cancellationToken) : null;
        if (tokens.Read(secret) is not { } token) return null;
        return await credentials.OfFamilyAsync(token.FamilyId, cancellationToken) is { } credential ? credential with { ExpiresAt = token.ExpiresAt } : null;
    }

    private void Forget(Guid userId)
    {
        foreach (var (secret, entry) in _known)
            if (entry.Credential.UserId == userId) _known.TryRemove(secret, out _);
    }

    /// <param name="Credential">What was found.</param>
    /// <param name="Until">When it ends by itself.</param>
    /// <param name="Ticks">Until when it is believed, by a clock that nobody sets.</param>
    private sealed record Entry(Credential Credential, DateTimeOffset Until, long Ticks);
}
