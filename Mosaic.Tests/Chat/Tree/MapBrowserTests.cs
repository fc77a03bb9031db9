using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mosaic.Data.Chat;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat.Branches;

namespace Mosaic.Tests.Chat.Tree;

/// <summary>What only a browser can show of the map: moving, zooming and keys.</summary>
public sealed class MapBrowserTests(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task The_map_is_walked_by_keys_zoomed_and_dragged()
    {
        var (ground, root, hope, fear) = await ForkAsync("ada");
        await using var visit = await chromium.VisitAsync(app, "ada");
        var page = visit.Page;
        await visit.OpenAsync($"/chat/{ground.Id}/map");
        await page.WaitForSelectorAsync(".tree-frame[data-live]");
        Assert.Empty(await Axe.LookAsync(page));

        await page.Locator(".tree-node[tabindex='0']").FocusAsync();
        await FocusIsOnAsync(page, fear.Id);
        await page.Keyboard.PressAsync("ArrowLeft");
        await FocusIsOnAsync(page, hope.Id);
        await Assertions.Expect(page.Locator(".tree-panel h2")).ToHaveTextAsync("Hope");
        await page.Keyboard.PressAsync("ArrowUp");
        await FocusIsOnAsync(page, root.Id);
        await page.Keyboard.PressAsync("ArrowDown");
        await FocusIsOnAsync(page, hope.Id);
        Assert.Equal(1, await page.Locator("[role=treeitem][tabindex='0']").CountAsync());

        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("[role=treeitem]")).ToHaveCountAsync(3);
        await FocusIsOnAsync(page, hope.Id);

        var before = await ViewAsync(page);
        await page.Keyboard.PressAsync("+");
        Assert.Equal(before.Zoom * 1.25, (await ViewAsync(page)).Zoom, 2);
        var frame = (await page.Locator(".tree-frame").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(frame.X + 40, frame.Y + frame.Height - 40);
        before = await ViewAsync(page);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(frame.X + 140, frame.Y + frame.Height - 90, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        var after = await ViewAsync(page);
        Assert.InRange(after.X - before.X, 90, 110);
        Assert.InRange(after.Y - before.Y, -60, -40);
        await page.Mouse.WheelAsync(0, 300);
        await page.WaitForFunctionAsync("zoom => Number(/scale\\((.*)\\)/.exec(document.querySelector('[data-view]').getAttribute('transform'))[1]) < zoom", after.Zoom);
        await page.Locator("[data-zoom=fit]").ClickAsync();
        Assert.InRange((await ViewAsync(page)).Zoom, 0.3, 1.2);

        await page.Locator($"[data-id='{hope.Id}']").FocusAsync();
        await page.Keyboard.PressAsync("F2");
        await Assertions.Expect(page.Locator("#branch-name")).ToHaveValueAsync("Hope");
        Assert.Empty(await Axe.LookAsync(page));
        await page.FillAsync("#branch-name", "Hoping");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"[data-id='{hope.Id}'] .tree-caption")).ToHaveTextAsync("Hoping");
        await Assertions.Expect(page.Locator("#branch-name")).ToHaveCountAsync(0);
        await FocusIsOnAsync(page, hope.Id);
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator(".map-compare")).ToContainTextAsync("Hoping");
        await page.Locator($"[data-id='{fear.Id}']").ClickAsync();
        await page.WaitForURLAsync("**/compare?*");
        await Assertions.Expect(page.Locator(".way article")).ToHaveCountAsync(3);
        Assert.Empty(await Axe.LookAsync(page));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen_and_two_fingers_zoom()
    {
        var (ground, _, _, fear) = await ForkAsync("bob");
        await using var visit = await chromium.VisitAsync(app, "bob", Chromium.Phone);
        var page = visit.Page;
        await visit.OpenAsync($"/chat/{ground.Id}/map");
        await page.WaitForSelectorAsync(".tree-frame[data-live]");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        var before = await ViewAsync(page);
        await page.EvaluateAsync(
            """
            () => {
              const frame = document.querySelector('.tree-frame'), box = frame.getBoundingClientRect();
              frame.setPointerCapture = () => {};
              const touch = (name, id, x, y) => frame.querySelector('svg').dispatchEvent(new PointerEvent(name, { pointerId: id, pointerType: 'touch', bubbles: true, button: 0, clientX: box.left + x, clientY: box.top + y }));
              touch('pointerdown', 11, 100, 100); touch('pointerdown', 12, 200, 100);
              touch('pointermove', 12, 300, 100);
              touch('pointerup', 11, 100, 100); touch('pointerup', 12, 300, 100);
            }
            """);
        Assert.Equal(before.Zoom * 2, (await ViewAsync(page)).Zoom, 2);
        await page.Locator(".tree-frame").FocusAsync();
        await page.Keyboard.PressAsync("0");
        await page.Locator($"[data-id='{fear.Id}']").ClickAsync();
        await page.Locator(".tree-panel").GetByText("Open here").ClickAsync();
        await page.WaitForURLAsync($"**/chat/{ground.Id}#message-{fear.Id}");
        await visit.OpenAsync($"/chat/{ground.Id}/compare?left={fear.Id}&right={fear.ParentId}");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    private async Task<(ChatGround Ground, Message Root, Message Hope, Message Fear)> ForkAsync(string name)
    {
        var ground = await ChatGround.NewAsync(app.Database, app.Person(name).Id);
        var root = await ground.SayAsync("Is it raining?");
        var hope = await ground.SayAsync("It is **raining**, and well.", root);
        await ground.SayAsync("Then we stay.", hope);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StoryBranchService>().NameAsync(ground.UserId, hope.Id, "Hope", 3);
        return (ground, root, hope, await ground.SayAsync("It is not.", root));
    }

    private static Task FocusIsOnAsync(IPage page, Guid id) => Assertions.Expect(page.Locator($"[data-id='{id}']")).ToBeFocusedAsync();

    private static async Task<(double X, double Y, double Zoom)> ViewAsync(IPage page)
    {
        var numbers = await page.EvaluateAsync<string[]>("() => document.querySelector('[data-view]').getAttribute('transform').match(/-?[\\d.]+(e-?\\d+)?/g)");
        return (Number(0), Number(1), Number(2));

        double Number(int at) => double.Parse(numbers[at], CultureInfo.InvariantCulture);
    }
}
