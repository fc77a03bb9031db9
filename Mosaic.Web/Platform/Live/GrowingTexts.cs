using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Mosaic.Web.Platform.Live;

/// <summary>
/// Texts that this process is writing, so that pages see them grow. Who begins to hear late gets all that has come. Other processes read what
/// the writer puts into the database now and then.
/// </summary>
public sealed class GrowingTexts
{
    private readonly ConcurrentDictionary<Guid, string> _texts = new();
    private readonly ConcurrentDictionary<Guid, ImmutableList<Action<string>>> _hearers = new();

    /// <summary>What has come; null where this process does not write it.</summary>
    public string? Find(Guid id) => _texts.GetValueOrDefault(id);

    /// <summary>How many are being written; for leak tests.</summary>
    public int Count => _texts.Count;

    /// <summary>Calls <paramref name="hear"/> with the whole text whenever it has grown, until the result is disposed.</summary>
    public IDisposable Subscribe(Guid id, Action<string> hear)
    {
        _hearers.AddOrUpdate(id, _ => [hear], (_, list) => list.Add(hear));
        return new Leaving(() =>
        {
            while (_hearers.TryGetValue(id, out var list))
            {
                var rest = list.Remove(hear);
                if (rest.IsEmpty ? _hearers.TryRemove(KeyValuePair.Create(id, list)) : _hearers.TryUpdate(id, rest, list)) return;
            }
        });
    }

    /// <summary>Says what the text is by now. One writer a text.</summary>
    public void Grow(Guid id, string text)
    {
        _texts[id] = text;
        if (!_hearers.TryGetValue(id, out var hearers)) return;
        foreach (var hear in hearers) hear(text);
    }

    /// <summary>It is written: from here on the database has it.</summary>
    public void End(Guid id) => _texts.TryRemove(id, out _);

    private sealed class Leaving(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
