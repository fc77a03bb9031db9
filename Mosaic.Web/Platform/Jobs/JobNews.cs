using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Platform.Jobs;

/// <summary>Tells open pages that jobs went on, at most twice a second however many do.</summary>
internal sealed partial class JobNews(Live.Live live, ILogger<JobNews> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private int _isPlanned;

    public void Changed()
    {
        if (Interlocked.Exchange(ref _isPlanned, 1) == 0) _ = TellAsync();
    }

    private async Task TellAsync()
    {
        await Task.Delay(Pause);
        Volatile.Write(ref _isPlanned, 0);
        try
        {
            await live.AnnounceAsync(Topics.JobsChanged);
        }
        catch (Exception exception) when (exception is Npgsql.NpgsqlException or ObjectDisposedException or InvalidOperationException)
        {
            LogLost(exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Debug, "News of jobs could not be told ({Reason})")]
    private partial void LogLost(string reason);
}
