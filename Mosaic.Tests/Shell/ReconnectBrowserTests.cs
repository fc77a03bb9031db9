using Microsoft.Playwright;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Shell;

public sealed class ReconnectBrowserTests(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_lost_connection_shows_a_quiet_bar_that_leaves_by_itself_and_one_can_go_on_typing()
    {
        await using var visit = await chromium.VisitAsync(app, "ada");
        var isDown = false;
        IWebSocketRoute? circuit = null;
        await visit.Page.RouteWebSocketAsync("**/_blazor*", socket =>
        {
            circuit = socket;
            if (isDown) _ = socket.CloseAsync();
            else socket.ConnectToServer();
        });
        await visit.OpenAsync("/");
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("c");
        await visit.Page.Keyboard.TypeAsync("before ");
        await visit.Page.EvaluateAsync("window.same = true");

        isDown = true;
        await circuit!.CloseAsync(new() { Code = 1012 });
        var bar = visit.Page.Locator("#components-reconnect-modal");
        await Assertions.Expect(bar).ToBeVisibleAsync();
        await visit.Page.Keyboard.TypeAsync("during");
        Assert.Equal("before during", await visit.Page.EvaluateAsync<string>("document.activeElement.value"));
        isDown = false;

        await Assertions.Expect(bar).ToBeHiddenAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.same === true"));
    }
}
