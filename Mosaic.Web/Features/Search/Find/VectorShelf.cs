using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Caching.Memory;
using Mosaic.Data.Search;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Search.Find;

/// <summary>
/// The vectors of people who search, in memory. The first search reads them in the background and does without; a passage that is placed anew and
/// a memo that is changed or taken away send them off. Whether a text may still be found is for the database to say, with each search.
/// </summary>
public sealed partial class VectorShelf(NpgsqlDataSource database, Live live, ILogger<VectorShelf> logger) : IDisposable
{
    /// <summary>With fewer passages the database is as quick.</summary>
    internal const int LeastPassages = 300;

    /// <summary>Messages of other processes may be lost, so nothing stays longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>While somebody writes, not every word is worth reading them anew.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>All of it, in bytes.</summary>
    private static readonly long Room = Math.Min(256L * 1024 * 1024, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8);

    private readonly MemoryCache _shelf = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly ConcurrentDictionary<Key, Task> _reading = new();
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>How many passages make it worth it; fewer in tests.</summary>
    internal int Least { get; init; } = LeastPassages;

    /// <summary>Null where they are not here, too few or too many.</summary>
    public PassageVectors? Find(Guid userId, QueryVector vector)
    {
        var key = new Key(userId, vector.Provider, vector.Model, vector.Numbers.Length);
        if (_shelf.TryGetValue(key, out PassageVectors? vectors))
        {
            if (vectors is not { IsOutdated: true }) return vectors;
            Leave(key);
            return null;
        }
        if (live.IsListening) _reading.GetOrAdd(key, _ => Task.Run(() => ReadAsync(key)));
        return null;
    }

    /// <summary>Ends when nothing is being read; for tests and benchmarks.</summary>
    internal Task SettleAsync() => Task.WhenAll(_reading.Values);

    public void Dispose()
    {
        _shelf.Clear();
        _shelf.Dispose();
        _one.Dispose();
    }

    private async Task ReadAsync(Key key)
    {
        // One after the other: each may be large.
        await _one.WaitAsync();
        // What is placed while they are read may or may not be among them.
        var isStale = new StrongBox<bool>();
        IDisposable[] hearings = [.. new[] { Topics.Passages(key.UserId), Topics.Memos(key.UserId) }.Select(topic => live.Subscribe(topic, _ =>
        {
            Volatile.Write(ref isStale.Value, true);
            Leave(key);
            return Task.CompletedTask;
        }))];
        try
        {
            var count = await PassageVectors.CountAsync(database, key.UserId, key.Provider, key.Model, key.Dimensions, CancellationToken.None);
            var isWorthIt = count >= Least && PassageVectors.SizeOf(count, key.Dimensions) < Room;
            Put(key, isWorthIt ? await PassageVectors.ReadAsync(database, key.UserId, key.Provider, key.Model, key.Dimensions, count, CancellationToken.None) : null, hearings);
            if (Volatile.Read(ref isStale.Value)) Leave(key);
        }
        catch (Exception failed)
        {
            LogNotRead(failed.Message);
            foreach (var hearing in hearings) hearing.Dispose();
            Leave(key);
        }
        finally
        {
            _one.Release();
            _reading.TryRemove(key, out _);
        }
    }

    private void Put(Key key, PassageVectors? vectors, IDisposable[] hearings)
    {
        var options = new MemoryCacheEntryOptions { Size = vectors?.Size ?? 1, AbsoluteExpirationRelativeToNow = Longest };
        _shelf.Set(key, vectors, options.RegisterPostEvictionCallback((_, _, _, _) =>
        {
            foreach (var hearing in hearings) hearing.Dispose();
        }));
    }

    /// <summary>They are not here for a while.</summary>
    private void Leave(Key key) => _shelf.Set<PassageVectors?>(key, null, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Pause });

    [LoggerMessage(Level = LogLevel.Warning, Message = "The vectors of a person could not be read ({Reason}): the database compares them.")]
    private partial void LogNotRead(string reason);

    private sealed record Key(Guid UserId, string Provider, string Model, int Dimensions);
}
