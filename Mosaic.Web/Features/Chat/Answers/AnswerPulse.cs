using Mosaic.Web.Features.Chat.Streaming;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>Once a second gives a sign of an answer's run, from before its first word on, and writes down what has come; ends the run when the answer belongs to another one.</summary>
internal sealed class AnswerPulse : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _over = new();
    private readonly Task _beating;
    private bool _isOver;
    private int _shown;

    public AnswerPulse(AnswerRun run, AnswerKeeper keeper) => _beating = BeatAsync(run, run.Growing, keeper);

    public async ValueTask DisposeAsync()
    {
        if (_isOver) return;
        _isOver = true;
        await _over.CancelAsync();
        await _beating;
        _over.Dispose();
    }

    private async Task BeatAsync(AnswerRun run, GrowingAnswer growing, AnswerKeeper keeper)
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(_over.Token))
                if (!await TryShowAsync()) run.Stop(AnswerEnd.Lost);
        }
        catch (OperationCanceledException)
        {
            // The answer is there.
        }

        async Task<bool> TryShowAsync()
        {
            try
            {
                var text = growing.Length > _shown ? growing.Text : null;
                var isOurs = await keeper.ShowAsync(run.Ticket, text);
                _shown = text?.Length ?? _shown;
                return isOurs;
            }
            catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
            {
                // The next beat tries again; the end of the answer says what is wrong.
                return true;
            }
        }
    }
}
