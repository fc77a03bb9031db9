namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>
/// Lets some of an answer gather before it is read on, since a processor that is woken for every word does little else. The first words are not
/// waited for, and from a provider that is slower than the pause everything comes when it comes.
/// </summary>
internal sealed class ReadPace(TimeProvider clock)
{
    /// <summary>Half of what lies between two frames of a page.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>So many reads go without a pause: what comes before the first word, and the word.</summary>
    public const int Unpaced = 8;

    private int _reads;
    private long? _last;

    /// <summary>Ends when it is time to read again.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var rest = _last is { } last && _reads >= Unpaced ? Pause - clock.GetElapsedTime(last) : TimeSpan.Zero;
        return rest > TimeSpan.Zero ? Task.Delay(rest, clock, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Something was read. Where it filled all there was room for, more is waiting.</summary>
    public void Note(int read, int room)
    {
        _reads++;
        _last = read < room ? clock.GetTimestamp() : null;
    }
}
