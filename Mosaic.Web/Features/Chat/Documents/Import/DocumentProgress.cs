namespace Mosaic.Web.Features.Chat.Documents.Import;

/// <summary>Tells how far a document is, a few times a second at most. Each stage has its share of the whole.</summary>
internal sealed class DocumentProgress(Func<string, double, CancellationToken, Task> show, TimeProvider clock) : IProgress<double>
{
    /// <summary>Between two tellings within a stage.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private string _stage = "";
    private double _from, _share, _within, _shown = -1;
    private long _last;

    private double Whole => Math.Round(_from + (_share * Math.Clamp(Volatile.Read(ref _within), 0, 1)), 3);

    /// <summary>Begins a stage, and tells so at once.</summary>
    public Task BeginAsync(string stage, double from, double to, CancellationToken cancellationToken)
    {
        (_stage, _from, _share) = (stage, from, to - from);
        Volatile.Write(ref _within, 0);
        return ShowAsync(cancellationToken);
    }

    /// <summary>Heard from any thread; told by who watches.</summary>
    public void Report(double value) => Volatile.Write(ref _within, value);

    /// <summary>How far the stage is, 0 to 1.</summary>
    public Task TellAsync(double within, CancellationToken cancellationToken)
    {
        Report(within);
        return clock.GetElapsedTime(_last) < Pause || Whole <= _shown ? Task.CompletedTask : ShowAsync(cancellationToken);
    }

    /// <summary>Tells what the work reports while it is done elsewhere.</summary>
    public async Task<T> WatchAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var working = Task.Run(work, cancellationToken);
        while (await Task.WhenAny(working, Task.Delay(Pause, clock, cancellationToken)) != working) await TellAsync(Volatile.Read(ref _within), cancellationToken);
        return await working;
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        (_last, _shown) = (clock.GetTimestamp(), Whole);
        await show(_stage, _shown, cancellationToken);
    }
}
