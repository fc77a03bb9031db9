using Microsoft.Playwright;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Browser;

public sealed class EditorBrowserTests(MosaicApp app, TestCluster cluster, Chromium chromium) : IClassFixture<MosaicApp>
{
    private const string Draft = "/memos/drafts/new";

    [Fact]
    public async Task A_hundred_thousand_characters_are_pasted_and_saved_and_one_more_is_refused_with_nothing_lost()
    {
        await using var visit = await OpenAsync("ada");
        var text = Text(visit.Page);
        await text.FillAsync(new string('a', 100_001));
        Assert.Equal("1 over the limit of 100,000", await visit.Page.Locator("[data-part=counter]").InnerTextAsync());
        await text.PressAsync("Control+Enter");
        await Assertions.Expect(visit.Page.Locator(".composer [role=alert]")).ToContainTextAsync("1 character over the limit of 100,000");
        Assert.Equal(100_001, (await text.InputValueAsync()).Length);
        await text.FillAsync(new string('a', 100_000));
        await text.PressAsync("Control+Enter");
        await Assertions.Expect(text).ToHaveValueAsync("");
        await Assertions.Expect(visit.Page.Locator("article").First).ToContainTextAsync("aaaa");
    }

    [Fact]
    public async Task Text_that_never_reached_the_server_is_there_after_a_reload_and_can_be_discarded_and_taken_back()
    {
        await using var visit = await OpenAsync("bob");
        await visit.Context.RouteAsync("**" + Draft + "*", route => route.AbortAsync());
        var long20 = "\n" + string.Concat(Enumerable.Repeat("half written, ", 1_430));
        await Text(visit.Page).FillAsync(long20);
        await Assertions.Expect(visit.Page.Locator("[data-part=status]")).ToContainTextAsync("Kept in this browser", new() { Timeout = 15_000 });
        await visit.OpenAsync("/memos");
        await Assertions.Expect(Text(visit.Page)).ToHaveValueAsync(long20);
        await Assertions.Expect(visit.Page.Locator("[data-part=notice]")).ToContainTextAsync("restored");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Assertions.Expect(Text(visit.Page)).ToHaveValueAsync("");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(Text(visit.Page)).ToHaveValueAsync(long20);
    }

    [Fact]
    public async Task The_servers_draft_is_whole_in_another_browser_also_when_it_begins_with_an_empty_line()
    {
        var words = "\n\nfrom one browser to the other " + new string('x', 5_000);
        await using (var one = await OpenAsync("cleo"))
        {
            await Text(one.Page).FillAsync(words);
            await KeptAsync(one.Page);
        }

        await using var other = await OpenAsync("cleo");
        await Assertions.Expect(Text(other.Page)).ToHaveValueAsync(words);
        await Assertions.Expect(other.Page.Locator("[data-part=notice]")).ToContainTextAsync("restored");
        await Text(other.Page).FillAsync("");
    }

    [Fact]
    public async Task Two_tabs_do_not_destroy_each_others_text()
    {
        await using var fresh = await new MosaicApp(cluster).StartAsync();
        await using var visit = await chromium.VisitAsync(fresh, "ada");
        await visit.OpenAsync("/memos");
        var second = await visit.OpenTabAsync();
        await second.GotoAsync("/memos");
        await second.WaitForFunctionAsync("() => document.querySelector('memo-editor')?.isLive");
        await Text(visit.Page).FillAsync("tab one");
        await KeptAsync(visit.Page);
        await Text(second).FillAsync("tab two");
        await Assertions.Expect(second.Locator("[data-part=notice]")).ToContainTextAsync("Another window wrote here too");
        await second.GetByRole(AriaRole.Button, new() { Name = "Show that text" }).ClickAsync();
        await Assertions.Expect(Text(second)).ToHaveValueAsync("tab one");
        await second.GetByRole(AriaRole.Button, new() { Name = "Show the other" }).ClickAsync();
        await Assertions.Expect(Text(second)).ToHaveValueAsync("tab two");
        await Assertions.Expect(Text(visit.Page)).ToHaveValueAsync("tab one");
    }

    [Fact]
    public async Task Text_of_a_page_that_takes_long_to_leave_is_there_as_soon_as_it_has_left()
    {
        await using var fresh = await new MosaicApp(cluster).StartAsync();
        await using var visit = await chromium.VisitAsync(fresh, "ada");
        await visit.OpenAsync("/memos");
        await visit.Page.EvaluateAsync(
            """
            () => {
              const user = document.querySelector('memo-editor').dataset.user;
              localStorage.setItem(`mosaic.draft:${user}:new:slow`, JSON.stringify({ text: 'half written', targetId: crypto.randomUUID(), base: 0, aiExcluded: false, files: [], sendings: [], at: Date.now(), tab: 'slow' }));
              return new Promise(held => navigator.locks.request('mosaic-tab:slow', () => { held(); return new Promise(leave => { window.leave = leave; }); }));
            }
            """);
        var next = await visit.OpenTabAsync();
        await next.AddInitScriptAsync("sessionStorage.setItem('mosaic.tab', 'slow')");
        await next.GotoAsync("/memos");
        await next.WaitForFunctionAsync("() => document.querySelector('memo-editor')?.isLive && sessionStorage.getItem('mosaic.tab') !== 'slow'");
        await Assertions.Expect(Text(next)).ToHaveValueAsync("");
        await visit.Page.EvaluateAsync("window.leave()");
        await Assertions.Expect(Text(next)).ToHaveValueAsync("half written");
        await Assertions.Expect(next.Locator("[data-part=notice]")).ToContainTextAsync("restored");
    }

    [Theory]
    [InlineData("- [x] done{Enter}next", "- [x] done\n- [ ] next")]
    [InlineData("9. nine{Enter}ten", "9. nine\n10. ten")]
    [InlineData("> said{Enter}more{Enter}{Enter}after", "> said\n> more\nafter")]
    [InlineData("* one{Enter}{Tab}two{Enter}{Shift+Tab}three", "* one\n  * two\n* three")]
    [InlineData("```{Enter}- code{Enter}stays", "```\n- code\nstays")]
    [InlineData("/ta{Enter}buy", "- [ ] buy")]
    [InlineData("{Control+b}bold", "**bold**")]
    public async Task Lists_go_on_and_marks_are_put(string keys, string text)
    {
        await using var visit = await OpenAsync("bob");
        await Text(visit.Page).FillAsync("");
        await visit.Page.Locator("[data-part=more]").FocusAsync();
        await Text(visit.Page).FocusAsync();
        await visit.Page.WaitForFunctionAsync("async () => { await document.querySelector('memo-editor').helping; return true; }");
        foreach (var part in keys.Split('{', '}').Where(part => part.Length > 0))
        {
            var isKey = keys.Contains('{' + part + '}', StringComparison.Ordinal);
            if (isKey) await visit.Page.Keyboard.PressAsync(part);
            else await visit.Page.Keyboard.TypeAsync(part);
            if (part.StartsWith('/')) await visit.Page.Locator(".suggest [aria-selected=true]").WaitForAsync();
        }

        Assert.Equal(text, await Text(visit.Page).InputValueAsync());
    }

    [Fact]
    public async Task Files_are_sent_with_progress_refused_before_they_are_sent_and_saved_with_the_memo()
    {
        await using var visit = await OpenAsync("ada");
        var page = visit.Page;
        await Text(page).FillAsync("With files");
        await page.Locator("[data-part=picker]").SetInputFilesAsync(
        [
            new FilePayload { Name = "..\\<b>“né”</b>.txt", MimeType = "text/plain", Buffer = new byte[2_000_000] },
            new FilePayload { Name = "empty.txt", MimeType = "text/plain", Buffer = [] },
        ]);
        await Assertions.Expect(page.Locator(".composer-file progress")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".composer-file .error")).ToHaveTextAsync(["This file is empty."]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove empty.txt" }).ClickAsync();
        await Assertions.Expect(page.Locator(".composer-file .name")).ToHaveCountAsync(1);
        await Text(page).PressAsync("Control+Enter");
        await Assertions.Expect(Text(page)).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("article").First).ToContainTextAsync("<b>“né”</b>.txt");
    }

    private static ILocator Text(IPage page) => page.Locator("[data-part=text]").First;

    private static Task KeptAsync(IPage page) =>
        Assertions.Expect(page.Locator("[data-part=status]").First).ToContainTextAsync("Draft kept", new() { Timeout = 15_000 });

    private async Task<Visit> OpenAsync(string name)
    {
        var visit = await chromium.VisitAsync(app, name);
        await visit.OpenAsync("/memos");
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('memo-editor')?.isLive");
        return visit;
    }
}
