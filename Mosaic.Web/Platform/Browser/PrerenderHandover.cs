using Microsoft.Extensions.Caching.Memory;

namespace Mosaic.Web.Platform.Browser;

/// <summary>
/// Hands what a page read while prerendering to the circuit that takes over, so that its first picture is the same and nothing is
/// read twice. Only a token travels with the page: the data itself would pass the 32 KB that a circuit's first message may have.
/// Another process, or a slow browser, finds nothing and reads again.
/// </summary>
public sealed class PrerenderHandover(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(45);
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 2_000 });

    /// <summary>
    /// The value handed over under the token, or else a fresh one. While prerendering the fresh one is left for the circuit, and its token is
    /// returned to be kept in a <c>[PersistentState]</c> property.
    /// </summary>
    public async ValueTask<(T Value, string? Token)> CarryAsync<T>(string? token, bool prerendering, Func<Task<T>> read) where T : class
    {
        if (Take<T>(token) is { } handedOver) return (handedOver, null);
        var value = await read();
        return (value, prerendering ? Leave(value) : null);
    }

    /// <summary>Keeps the value for a short while and answers with the token that takes it.</summary>
    private string Leave<T>(T value) where T : class
    {
        var token = Guid.NewGuid().ToString("N");
        using var entry = _cache.CreateEntry(token);
        entry.Value = value;
        entry.Size = 1;
        entry.AbsoluteExpiration = clock.GetUtcNow() + Kept;
        return token;
    }

    /// <summary>The value left under the token, once; null when it is gone.</summary>
    private T? Take<T>(string? token) where T : class
    {
        if (token is null || !_cache.TryGetValue(token, out T? value)) return null;
        _cache.Remove(token);
        return value;
    }

    public void Dispose() => _cache.Dispose();
}
