using Mosaic.Web.Platform.Browser;

namespace Mosaic.Tests.Shell;

public sealed class ToastsTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void A_toast_leaves_after_ten_seconds()
    {
        using var toasts = new Toasts(_clock);
        toasts.Show("Memo moved to trash.");

        _clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Single(toasts.Shown);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Empty(toasts.Shown);
    }

    [Fact]
    public void While_somebody_reads_none_leaves_and_then_each_has_its_whole_time()
    {
        using var toasts = new Toasts(_clock);
        toasts.Show("Memo moved to trash.");
        _clock.Advance(TimeSpan.FromSeconds(9));

        toasts.Hold();
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Single(toasts.Shown);

        toasts.Release();
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Single(toasts.Shown);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(toasts.Shown);
    }

    [Fact]
    public async Task An_action_runs_once_and_takes_its_toast_away()
    {
        using var toasts = new Toasts(_clock);
        var undone = 0;
        toasts.Show("Memo moved to trash.", "Undo", () => { undone++; return Task.CompletedTask; });
        var id = toasts.Shown[0].Id;

        Assert.True(await toasts.RunAsync(id));
        Assert.False(await toasts.RunAsync(id));

        Assert.Equal(1, undone);
        Assert.Empty(toasts.Shown);
    }

    [Fact]
    public void When_there_are_too_many_the_oldest_leaves_first()
    {
        using var toasts = new Toasts(_clock);
        for (var i = 1; i <= Toasts.AtMost + 1; i++) toasts.Show($"{i}");

        Assert.Equal(["2", "3", "4", "5"], toasts.Shown.Select(toast => toast.Text));
    }

    [Fact]
    public void The_layout_hears_of_each_coming_and_going_once()
    {
        using var toasts = new Toasts(_clock);
        var heard = 0;
        toasts.Changed += () => heard++;

        toasts.Show("Saved.");
        toasts.Close(toasts.Shown[0].Id);
        toasts.Close(Guid.NewGuid());

        Assert.Equal(2, heard);
    }
}
