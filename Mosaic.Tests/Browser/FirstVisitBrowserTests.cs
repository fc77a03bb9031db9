using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.Profile;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Tests.Browser;

/// <summary>
/// The first page somebody ever opens here, with nothing in the cache. Tests run what was built and not published, which sends its files as they are;
/// publishing packs them with brotli, so here each file counts with the length it has then. What the server packs itself counts as it was sent.
/// </summary>
public sealed class FirstVisitBrowserTests(MosaicApp app, Chromium chromium, ITestOutputHelper output) : IClassFixture<MosaicApp>
{
    private const int Budget = 260_000;

    [Theory]
    [InlineData(Chromium.Desk, false)]
    [InlineData(Chromium.Phone, true)]
    public async Task A_first_visit_is_light_few_requests_no_font_nobody_else_and_no_shift(int width, bool dark)
    {
        await WriteAsync();
        await using var visit = await chromium.VisitAsync(app, "ada", width, dark);
        // By address: what is asked for twice comes out of the cache the second time.
        var requests = new HashSet<string>();
        visit.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal)) requests.Add($"{request.ResourceType} {request.Url}");
        };
        var answers = new List<IResponse>();
        visit.Page.Response += (_, answer) => answers.Add(answer);
        visit.Page.WebSocket += (_, socket) => requests.Add($"websocket {socket.Url}");
        await visit.Page.AddInitScriptAsync(
            """
            window.shift = 0;
            window.moved = [];
            const place = box => `${Math.round(box.x)},${Math.round(box.y)} ${Math.round(box.width)}×${Math.round(box.height)}`;
            new PerformanceObserver(list => {
              for (const entry of list.getEntries()) {
                window.shift += entry.value;
                for (const source of entry.sources)
                  window.moved.push(`${source.node?.nodeName}.${source.node?.className} from ${place(source.previousRect)} to ${place(source.currentRect)}`);
              }
            }).observe({ type: 'layout-shift', buffered: true });
            """);
        await visit.OpenAsync("/");
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('memo-editor')?.isLive");
        await visit.Page.WaitForTimeoutAsync(500);

        var bytes = 0;
        foreach (var answer in answers.ToList().Where(answer => answer.Ok && !answer.Url.Contains("/negotiate", StringComparison.Ordinal)))
        {
            var length = await LengthAsync(answer);
            output.WriteLine($"{length,8} {answer.Url}");
            bytes += length;
        }
        output.WriteLine($"{bytes} bytes in {requests.Count} requests");
        Assert.True(bytes is > 50_000 and <= Budget, $"{bytes} bytes");
        Assert.True(requests.Count <= 15, string.Join('\n', requests));
        Assert.DoesNotContain(requests, request => request.StartsWith("font", StringComparison.Ordinal));
        Assert.All(requests, request => Assert.Equal(app.Address.Authority, new Uri(request.Split(' ')[1]).Authority));
        var shift = await visit.Page.EvaluateAsync<double>("window.shift");
        Assert.True(shift <= 0.01, $"A shift of {shift:0.000}: {string.Join("; ", await visit.Page.EvaluateAsync<string[]>("window.moved"))}");
        Assert.False(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("dark", false)]
    [InlineData("light", true)]
    [InlineData("system", true)]
    public async Task The_chosen_theme_is_there_before_any_script_has_run(string theme, bool systemIsDark)
    {
        await app.Services.CreateScope().ServiceProvider.GetRequiredService<ProfileService>().SetThemeAsync(app.Person("bob").Id, theme);
        await using var visit = await chromium.VisitAsync(app, "bob", dark: systemIsDark);
        await visit.Context.RouteAsync("**/*.js*", route => route.AbortAsync());
        await visit.Page.GotoAsync("/");
        var isDark = theme == "system" ? systemIsDark : theme == "dark";
        var lightness = await visit.Page.EvaluateAsync<double>(
            """
            () => {
                const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
                canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
                canvas.fillRect(0, 0, 1, 1);
                return canvas.getImageData(0, 0, 1, 1).data[1];
            }
            """);
        Assert.Equal(theme == "system" ? null : theme, await visit.Page.GetAttributeAsync("html", "data-theme") is { } said && said != "system" ? said : null);
        Assert.True(isDark ? lightness < 60 : lightness > 200, $"lightness {lightness}");
    }

    private static async Task<int> LengthAsync(IResponse answer)
    {
        if (answer.Request.ResourceType is "document" or "fetch") return (await answer.Request.SizesAsync()).ResponseBodySize;
        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) await brotli.WriteAsync(await answer.BodyAsync());
        return (int)packed.Length;
    }

    private async Task WriteAsync()
    {
        var memos = app.Services.CreateScope().ServiceProvider.GetRequiredService<MemoService>();
        for (var memo = 0; memo < 40; memo++)
            await memos.SaveAsync(app.Person("ada").Id, new MemoEdit(Guid.CreateVersion7(), $"# Memo {memo}\n\nSomething *worth* keeping about the #garden{memo % 7}\n\n- [ ] a task", [], false, 0));
    }
}
