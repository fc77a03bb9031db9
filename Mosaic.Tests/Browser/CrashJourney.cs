using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Browser;

public sealed class CrashJourney(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    private static readonly string HalfWritten = "\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i:D4} " + new string('w', 194) + "\n")) + "and then";

    [Fact]
    public async Task A_killed_server_takes_nothing_of_what_is_half_written_and_the_page_goes_on_by_itself()
    {
        await using var server = new CrashableServer(database);
        await server.StartAsync();
        await using var visit = await chromium.VisitAsync(server.Address);
        var page = visit.Page;
        await page.SignInAsync("/", "ada");
        await page.Composer().FillAsync(HalfWritten);
        await page.EvaluateAsync("window.same = true");
        await server.KillAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await page.Composer().PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" more");

        await server.StartAsync();
        await page.WaitForFunctionAsync("() => !window.same && document.querySelector('memo-editor')?.isLive", null, new() { Timeout = 30_000 });
        await Assertions.Expect(page.Composer()).ToHaveValueAsync(HalfWritten + " more");
        await page.Composer().PressAsync("Control+Enter");
        await Assertions.Expect(page.Composer()).ToHaveValueAsync("");
        await using var db = database.CreateDbContext();
        Assert.Equal((HalfWritten + " more").Trim(), (await db.Memos.SingleAsync(memo => memo.Content.EndsWith("more"))).Content.Trim());
    }

    [Fact]
    public async Task A_killed_browser_takes_nothing_of_what_is_half_written_though_it_never_reached_the_server()
    {
        await using var server = new CrashableServer(database);
        await server.StartAsync();
        var profile = server.PlaceFor("profile");
        await using (var first = await chromium.OpenKillableAsync(profile))
        {
            await first.Page.SignInAsync(server.Address.ToString(), "ada");
            await first.Page.RouteAsync("**/memos/drafts/new*", route => route.AbortAsync());
            await first.Page.Composer().FillAsync(HalfWritten);
            await Assertions.Expect(first.Page.Locator("[data-part=status]").First).ToContainTextAsync("Kept in this browser", new() { Timeout = 15_000 });
            await first.KillAsync();
        }

        await using var second = await chromium.OpenKillableAsync(profile);
        await second.Page.SignInAsync(server.Address.ToString(), "ada");
        await Assertions.Expect(second.Page.Composer()).ToHaveValueAsync(HalfWritten);
        await Assertions.Expect(second.Page.Locator("[data-part=notice]").First).ToContainTextAsync("restored");
    }
}
