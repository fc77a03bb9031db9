using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Shell.Messages;

namespace Mosaic.Tests.Shell;

public sealed class ToastHostPageTests : BunitContext
{
    private readonly ManualClock _clock = new();
    private readonly Toasts _toasts;

    public ToastHostPageTests()
    {
        _toasts = new Toasts(_clock);
        Services.AddSingleton(_toasts);
    }

    [Fact]
    public void Only_the_newest_toast_answers_to_z()
    {
        var host = Render<ToastHost>();
        _toasts.Show("First.", "Undo", () => Task.CompletedTask);
        _toasts.Show("Second.", "Undo", () => Task.CompletedTask);

        var answering = Assert.Single(host.FindAll("[data-shortcut=z]"));
        Assert.Contains("Second.", answering.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("status", host.Find(".toasts").GetAttribute("role"));
    }

    [Fact]
    public void Pointing_at_a_toast_keeps_it()
    {
        var host = Render<ToastHost>();
        _toasts.Show("Memo moved to trash.");

        host.Find(".toasts").MouseEnter();
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Single(host.FindAll(".toast"));

        host.Find(".toasts").MouseLeave();
        _clock.Advance(TimeSpan.FromSeconds(10));
        host.WaitForAssertion(() => Assert.Empty(host.FindAll(".toast")));
    }

    [Fact]
    public async Task What_is_written_in_a_toast_is_text()
    {
        var host = Render<ToastHost>();
        _toasts.Show("<img src=x onerror=alert(1)>");

        Assert.Empty(host.FindAll("img"));
        await host.Find("[aria-label=Dismiss]").ClickAsync();
        Assert.Empty(host.FindAll(".toast"));
    }
}
