using Mosaic.Tests.Shell;
using Mosaic.Web.Platform.Ai.Providers;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class ReadPaceTests
{
    private readonly ManualClock _clock = new();
    private readonly ReadPace _pace;

    public ReadPaceTests() => _pace = new ReadPace(_clock);

    [Fact]
    public void The_first_words_are_not_waited_for()
    {
        for (var read = 0; read < ReadPace.Unpaced; read++)
        {
            Assert.True(_pace.WaitAsync(TestContext.Current.CancellationToken).IsCompleted);
            _pace.Note(50, 4096);
        }

        Assert.False(_pace.WaitAsync(TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public async Task Later_ones_gather_until_the_pause_is_over()
    {
        ReadFirst();
        _clock.Advance(ReadPace.Pause / 2);

        var wait = _pace.WaitAsync(TestContext.Current.CancellationToken);

        Assert.False(wait.IsCompleted);
        _clock.Advance(ReadPace.Pause / 2);
        await wait;
    }

    [Fact]
    public void What_comes_more_slowly_is_read_when_it_comes()
    {
        ReadFirst();
        _clock.Advance(ReadPace.Pause);

        Assert.True(_pace.WaitAsync(TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public void Where_more_is_waiting_it_is_read_at_once()
    {
        ReadFirst();
        _pace.Note(4096, 4096);

        Assert.True(_pace.WaitAsync(TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public async Task Whoever_leaves_does_not_wait()
    {
        ReadFirst();
        using var left = new CancellationTokenSource();
        var wait = _pace.WaitAsync(left.Token);

        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private void ReadFirst()
    {
        for (var read = 0; read < ReadPace.Unpaced; read++) _pace.Note(50, 4096);
    }
}
