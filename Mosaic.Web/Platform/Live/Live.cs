using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;

namespace Mosaic.Web.Platform.Live;

/// <summary>
/// A bus of topics. Pages of this process hear at once; other web processes on the same database hear by LISTEN/NOTIFY.
/// Messages may be lost while a connection is down, so a hearer re-reads and never counts on having heard all.
/// </summary>
public sealed partial class Live(NpgsqlDataSource database, ILogger<Live> logger)
{
    internal const string Channel = "mosaic_live";

    private readonly string _process = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, ImmutableList<Hearer>> _hearers = new();

    /// <summary>
    /// Calls <paramref name="hear"/> for each message on the topic, one after the other, until the result is disposed; of the same message that waits several times, once.
    /// Pages enter through <c>InvokeAsync</c>.
    /// </summary>
    public IDisposable Subscribe(string topic, Func<LiveMessage, Task> hear)
    {
        var hearer = new Hearer(hear);
        _hearers.AddOrUpdate(topic, _ => [hearer], (_, list) => list.Add(hearer));
        return new Subscription(() => Leave(topic, hearer));
    }

    /// <summary>Tells every hearer, here and in other processes. Call after the change is committed.</summary>
    public async Task AnnounceAsync(string topic, string payload = "", CancellationToken cancellationToken = default)
    {
        await TellHereAsync(new LiveMessage(topic, payload));
        await using var notify = database.CreateCommand("SELECT pg_notify($1, $2)");
        notify.Parameters.AddWithValue(Channel);
        notify.Parameters.AddWithValue(JsonSerializer.Serialize(new Envelope(_process, topic, payload)));
        await notify.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether this process hears the others right now.</summary>
    public bool IsListening { get; internal set; }

    /// <summary>The number of topics somebody hears; for meters and leak tests.</summary>
    public int TopicCount => _hearers.Count;

    internal Task HearNotificationAsync(string text)
    {
        var envelope = JsonSerializer.Deserialize<Envelope>(text);
        return envelope is null || envelope.Process == _process
            ? Task.CompletedTask
            : TellHereAsync(new LiveMessage(envelope.Topic, envelope.Payload));
    }

    private async Task TellHereAsync(LiveMessage message)
    {
        if (!_hearers.TryGetValue(message.Topic, out var hearers)) return;
        foreach (var hearer in hearers) await hearer.TellAsync(message, exception => LogHearerFailed(exception, message.Topic));
    }

    private void Leave(string topic, Hearer hearer)
    {
        hearer.Leave();
        while (_hearers.TryGetValue(topic, out var list))
        {
            var rest = list.Remove(hearer);
            var left = rest.IsEmpty
                ? _hearers.TryRemove(new KeyValuePair<string, ImmutableList<Hearer>>(topic, list))
                : _hearers.TryUpdate(topic, rest, list);
            if (left) return;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A hearer of {Topic} failed; the others were told")]
    private partial void LogHearerFailed(Exception exception, string topic);

    private sealed record Envelope(string Process, string Topic, string Payload);

    private sealed class Subscription(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
