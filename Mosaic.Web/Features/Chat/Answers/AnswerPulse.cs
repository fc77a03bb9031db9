using Mosaic.Web.Features.Chat.Streaming;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>Once a second writes down what has come of an answer, and ends its run when it belongs to another one.</summary>
internal sealed class AnswerPulse : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _over = new();
    private readonly Task _beating;
    private bool _isOver;

    public AnswerPulse(AnswerRun run, GrowingAnswer growing, AnswerKeeper keeper) => _beating = BeatAsync(run, growing, keeper);

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
                return await keeper.ShowAsync(run.Ticket, growing.Text);
            }
            catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
            {
                // The next beat tries again; the end of the answer says what is wrong.
                return true;
            }
        }
    }
}
