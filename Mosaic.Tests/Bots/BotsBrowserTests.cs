using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mosaic.Data.Bots;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Bots;

namespace Mosaic.Tests.Bots;

/// <summary>What only a browser can show of bots: texts longer than a message, keys, dragging and dropping.</summary>
public sealed partial class BotsBrowserTests(MosaicApp app, Chromium chromium) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task The_longest_texts_are_saved_by_a_key_and_the_circuit_lives()
    {
        var bot = await MakeAsync("ada", "Socrates");
        await using var visit = await chromium.VisitAsync(app, "ada");
        await visit.OpenAsync($"/bots/{bot}");
        var page = visit.Page;
        var text = string.Concat(Enumerable.Repeat("語", Bot.MaxText));
        await page.FillAsync("#bot-personality", text);
        await page.FillAsync("#bot-backstory", text);
        await Assertions.Expect(page.Locator("#bot-backstory-note")).ToContainTextAsync("20,000 tokens");
        await Assertions.Expect(page.Locator(".bot-save [role=status]")).ToHaveTextAsync("Not saved yet.");
        await page.FocusAsync("#bot-greeting");
        await page.Keyboard.TypeAsync("Good day.");
        // At once, while the last text is still in the browser alone.
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Saved.");
        Assert.Equal(("#bot-greeting", 9), (await page.EvaluateAsync<string>("'#' + document.activeElement.id"), await page.EvaluateAsync<int>("document.activeElement.selectionStart")));
        var kept = (await Bots.FindAsync(app.Person("ada").Id, bot))!;
        Assert.Equal((text, text, "Good day."), (kept.PersonalityPrompt, kept.Backstory, kept.Greeting));
        await visit.ReloadAsync();
        Assert.Equal(text, await page.InputValueAsync("#bot-backstory"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Bots_are_put_in_order_by_keys_and_by_dragging()
    {
        foreach (var name in new[] { "One", "Two", "Three" }) await MakeAsync("bob", name);
        await using var visit = await chromium.VisitAsync(app, "bob");
        await visit.OpenAsync("/bots");
        var names = visit.Page.Locator(".bot-card h2");
        await LiveAsync(visit.Page, ".bots");
        await visit.Page.Locator(".bot-card a").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(names).ToHaveTextAsync(["Two", "One", "Three"]);
        await Assertions.Expect(visit.Page.Locator("p[role=status]")).ToHaveTextAsync("One is now 2 of 3.");
        await Assertions.Expect(names.Nth(1).Locator("a")).ToBeFocusedAsync();
        var (from, to) = ((await visit.Page.Locator(".bot-drag").Nth(2).BoundingBoxAsync())!, (await visit.Page.Locator(".bot-drag").First.BoundingBoxAsync())!);
        await visit.Page.Mouse.MoveAsync(from.X + 9, from.Y + 20);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(to.X + 9, to.Y + 10, new() { Steps = 12 });
        await visit.Page.Mouse.UpAsync();
        await Assertions.Expect(names).ToHaveTextAsync(["Three", "Two", "One"]);
        await Assertions.Expect(visit.Page.Locator(".bot-card").First).Not.ToHaveAttributeAsync("style", Shifted());
        await visit.ReloadAsync();
        await Assertions.Expect(names).ToHaveTextAsync(["Three", "Two", "One"]);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_file_dropped_on_the_page_is_read_as_a_card()
    {
        await using var visit = await chromium.VisitAsync(app, "cleo");
        await visit.OpenAsync("/bots/new");
        await LiveAsync(visit.Page, ".bot-starts");
        await visit.Page.EvaluateAsync(
            """
            () => {
              const files = new DataTransfer();
              files.items.add(new File(["no card at all"], "list.json", { type: "application/json" }));
              document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(visit.Page.Locator(".bot-starts [role=alert]")).ToBeVisibleAsync();
        Assert.Empty(await Bots.ListAsync(app.Person("cleo").Id));
        Assert.Empty(visit.Complaints);
    }

    private BotService Bots => app.Services.CreateScope().ServiceProvider.GetRequiredService<BotService>();

    /// <summary>The part's script listens: it was asked for after the first drawing.</summary>
    private static Task<IJSHandle> LiveAsync(IPage page, string part) => page.WaitForFunctionAsync("part => document.querySelector(part)?.isLive", part);

    private async Task<Guid> MakeAsync(string owner, string name) => Assert.IsType<BotResult.Saved>(await Bots.MakeAsync(app.Person(owner).Id, new BotSheet { Name = name })).Bot.Id;

    [GeneratedRegex("px")]
    private static partial Regex Shifted();
}
