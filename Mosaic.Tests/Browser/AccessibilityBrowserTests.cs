using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mosaic.Data.Bots;
using Mosaic.Tests.Files;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.Keys;
using Mosaic.Web.Features.Admin;
using Mosaic.Web.Features.Admin.Invitations;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Diary.CheckIns;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Tests.Browser;

/// <summary>Every page and everything that opens on one, looked at by axe: nothing serious, in both themes, at a desk and on a phone.</summary>
public sealed class AccessibilityBrowserTests(MosaicApp app, TestCluster cluster, Chromium chromium) : IClassFixture<MosaicApp>
{
    private static readonly string[] Pages =
    [
        "/search", "/search?q=garden", "/search?q=zzzzqq+from:never", "/ask", "/ask?q=what+did+I+plant+in+March",
        "/tags", "/trash", "/account", "/account/password", "/account/sign-ins", "/account/keys", "/account/devices", "/api",
        "/admin/users", "/admin/invitations", "/admin/settings", "/admin/ai", "/admin/usage", "/admin/jobs", "/ai", "/ai/usage", "/ai/jobs",
        "/diary", "/diary?day=2026-03-02", "/diary/2026-03-01", "/diary/2026-03-01/history", "/diary/year?year=2026", "/diary/trends?days=all", "/diary/print?from=2026-03-01&to=2026-03-31", "/diary/moods", "/bots", "/bots/new", "/bots/new/blank", "/admin/sign-ins", "/admin/audit", "/no/such/page",
    ];

    /// <summary>The dark theme has the same elements: only its colours are new.</summary>
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    private static Task<Guid>? _filled;
    private readonly List<string> _findings = [];
    private static Guid _bot;
    private static IReadOnlyList<string> _chat = [];

    [Fact]
    public async Task Pages_of_somebody_signed_in_have_no_serious_finding()
    {
        var memo = await (_filled ??= FillAsync());
        await using var visit = await chromium.VisitAsync(app, "ada");
        foreach (var address in Pages.Concat(["/", $"/memos/{memo}", $"/memos/{memo}/history", $"/bots/{_bot}"]).Concat(_chat))
            await LookEverywhereAsync(visit, address);
        Assert.Equal("", string.Join(Environment.NewLine, _findings));
    }

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task What_opens_on_a_page_has_no_serious_finding(int width)
    {
        var memo = await (_filled ??= FillAsync());
        await using var visit = await chromium.VisitAsync(app, "ada", width);
        var page = visit.Page;
        await visit.OpenAsync("/");
        await page.Locator(".memos-filter").ClickAsync();
        await page.Locator(".filter").WaitForAsync();
        await LookAsync(page, "filter panel");
        await WalkCardAsync(page, memo);
        await WalkDialogsAsync(page);
        await WalkKeysAsync(visit);
        Assert.Equal("", string.Join(Environment.NewLine, _findings));
    }

    [Fact]
    public async Task Pages_of_a_stranger_have_no_serious_finding()
    {
        var made = Assert.IsType<AdminResult.Invited>(await app.Services.CreateScope().ServiceProvider.GetRequiredService<InvitationService>().MakeAsync(app.Person("ada").Id, "for dora"));
        await using var visit = await chromium.VisitAsync(app);
        foreach (var address in new[] { "/sign-in", "/register", "/invite/" + made.Token, "/invite/unknown" })
            await LookEverywhereAsync(visit, address);
        Assert.Equal("", string.Join(Environment.NewLine, _findings));
    }

    [Fact]
    public async Task The_first_start_and_an_empty_notebook_have_no_serious_finding()
    {
        await using var fresh = await new MosaicApp(cluster) { HasCast = false }.StartAsync();
        await using (var stranger = await chromium.VisitAsync(fresh)) await LookEverywhereAsync(stranger, "/setup");
        await using var cleo = await chromium.VisitAsync(app, "cleo");
        foreach (var address in new[] { "/", "/tags", "/trash", "/bots", "/chat", "/chat/memory", "/chat/documents", "/?show=archive", "/account/keys", "/account/devices" })
            await LookEverywhereAsync(cleo, address);
        Assert.Equal("", string.Join(Environment.NewLine, _findings));
    }

    private async Task WalkCardAsync(IPage page, Guid memo)
    {
        var card = page.Locator($"#memo-{memo}");
        await card.GetByRole(AriaRole.Button, new() { Name = "Memo actions" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "History" }).WaitForAsync();
        await LookAsync(page, "menu of a memo");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "History" }).ClickAsync();
        await page.Locator("dialog .revisions").WaitForAsync();
        await LookAsync(page, "history dialog");
        await page.Locator("dialog [data-dialog-close]").ClickAsync();
        await ChooseAsync(page, card, "Tags…");
        await LookAsync(page, "tags dialog");
        await page.Locator("dialog[open] [data-dialog-close]").ClickAsync();
        await ChooseAsync(page, card, "Archive to a diary day…");
        await LookAsync(page, "archive dialog");
        await page.Locator("dialog[open] [data-dialog-close]").ClickAsync();
        await ChooseAsync(page, card, "Select");
        await page.Locator(".selection").WaitForAsync();
        await LookAsync(page, "selection bar");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear the selection" }).ClickAsync();
        await ChooseAsync(page, card, "Edit");
        var editor = card.Locator("memo-editor textarea").First;
        await editor.WaitForAsync();
        await card.Locator("[data-part=more]").ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await card.Locator(".composer-preview").GetByRole(AriaRole.Heading, new() { Name = "A heading" }).WaitForAsync();
        await LookAsync(page, "edit in place with its tools and preview");
        await card.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await page.Locator(".picture").First.ClickAsync();
        await page.Locator("dialog.lightbox").WaitForAsync();
        await LookAsync(page, "picture");
        await page.Locator("dialog[open] [data-dialog-close]").ClickAsync();
    }

    private async Task WalkDialogsAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => document.querySelector('memo-editor')?.isLive");
        await page.Locator("[data-part=text]").First.FillAsync("- [ ] and #ga");
        await page.Locator("[data-part=text]").First.PressAsync("End");
        await page.Keyboard.TypeAsync("r");
        await page.Locator(".suggest [role=option]").First.WaitForAsync();
        await LookAsync(page, "suggestions");
        await page.Locator("[data-part=text]").First.FillAsync("");
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#palette[open] [role=option]").First.WaitForAsync();
        await LookAsync(page, "palette");
        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync("document.getElementById('keyboard-help').showModal()");
        await LookAsync(page, "keyboard help");
        await page.Keyboard.PressAsync("Escape");
    }

    private async Task WalkKeysAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.OpenAsync("/account/keys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        await page.Locator("#Form-Name[aria-invalid]").WaitForAsync();
        await LookAsync(page, "a key refused");
        await page.GetByLabel("Name").FillAsync("backup script");
        await page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("The key", new() { Exact = true })).ToBeFocusedAsync();
        await LookAsync(page, "a fresh key");
        await page.Locator(".sure > summary").First.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke backup script" }).WaitForAsync();
        await LookAsync(page, "a key about to be revoked");
    }

    private static async Task ChooseAsync(IPage page, ILocator card, string verb)
    {
        await card.GetByRole(AriaRole.Button, new() { Name = "Memo actions" }).ClickAsync();
        await page.Locator("[role=menu]:popover-open").GetByRole(AriaRole.Menuitem, new() { Name = verb, Exact = true }).ClickAsync();
        if (verb.EndsWith('…')) await page.Locator("dialog[open]").WaitForAsync();
    }

    /// <summary>Opens a page once, and looks at it at both widths: opening takes longer than looking.</summary>
    private async Task LookEverywhereAsync(Visit visit, string address)
    {
        await visit.Page.SetViewportSizeAsync(Chromium.Desk, 900);
        await visit.OpenAsync(address);
        await LookAsync(visit.Page, address);
        await visit.Page.SetViewportSizeAsync(Chromium.Phone, 844);
        await LookAsync(visit.Page, $"{address} on a phone");
    }

    private async Task LookAsync(IPage page, string where)
    {
        foreach (var (theme, rules) in new[] { (ColorScheme.Light, null), (ColorScheme.Dark, Colours) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            _findings.AddRange((await Axe.LookAsync(page, rules)).Select(finding => $"{where}, {theme}: {finding}"));
        }
    }

    /// <summary>One memo with everything, one pinned, one in the archive, one in the trash. The id is that of the first.</summary>
    private async Task<Guid> FillAsync()
    {
        var ada = app.Person("ada").Id;
        var services = app.Services.CreateScope().ServiceProvider;
        var (memos, shelf, client) = (services.GetRequiredService<MemoService>(), services.GetRequiredService<MemoShelf>(), await app.SignInAsync("ada"));
        await services.GetRequiredService<ApiKeyService>().MakeAsync(ada, "laptop", [ApiScopes.Sync, ApiScopes.Admin], null);
        await AddDeviceAsync();
        Guid[] files = [await UploadAsync(client, "a picture.png", Samples.Png()), await UploadAsync(client, "notes.txt", "some notes"u8.ToArray())];
        var ids = new List<Guid>();
        foreach (var text in new[] { "in the trash #old", "in the #archive", "pinned #garden, see https://example.org/", Everything })
        {
            ids.Add(Guid.CreateVersion7());
            Assert.IsType<SaveResult.Saved>(await memos.SaveAsync(ada, new MemoEdit(ids[^1], text, text == Everything ? files : [], text == Everything, 0)));
        }
        Assert.IsType<SaveResult.Saved>(await memos.SaveAsync(ada, new MemoEdit(ids[3], Everything + "\nand a last line", files, true, 1)));
        await shelf.TrashAsync(ada, [ids[0]]);
        await shelf.ArchiveAsync(ada, [ids[1]], new DateOnly(2026, 3, 1));
        await shelf.PinAsync(ada, [ids[2]], true);
        await FillDiaryAsync(services, ada);
        _bot = Assert.IsType<BotResult.Saved>(await services.GetRequiredService<BotService>().MakeAsync(ada, Talkative)).Bot.Id;
        await services.GetRequiredService<ReplyService>().AskAsync(ada, ids[2], _bot);
        await app.JobsDoneAsync();
        var silent = Assert.IsType<BotResult.Saved>(await services.GetRequiredService<BotService>().MakeAsync(ada, new BotSheet { Name = "Silent" })).Bot.Id;
        await services.GetRequiredService<BotService>().MakeAsync(app.Person("bob").Id, new BotSheet { Name = "Sensei", IsPublic = true, Description = "Of another person." });
        _chat = await ChatPlaces.MakeAsync(app, ada, _bot, silent);
        return ids[3];
    }

    /// <summary>All moods and one of her own, more days than trends need, and a day with a check-in.</summary>
    private static async Task FillDiaryAsync(IServiceProvider services, Guid ada)
    {
        var moods = services.GetRequiredService<MoodService>();
        Assert.Null(await moods.SaveAsync(ada, new OwnMood(null, "curious", "#336699", 4)));
        var day = new DateOnly(2026, 2, 26);
        foreach (var mood in await moods.ListAsync(ada))
        {
            day = day.AddDays(1);
            Assert.IsType<DiaryResult.Saved>(await services.GetRequiredService<DiaryService>().SaveAsync(ada, new DiaryEdit(day, 0) { Summary = $"A day of {mood.Name}.", MoodKey = mood.Key, MoodScore = mood.Level * 2 }));
            Assert.Null((await services.GetRequiredService<CheckInService>().SaveAsync(ada, new CheckIn(Guid.CreateVersion7(), mood.Key, 5, "so it was", new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero)))).Refusal);
        }
    }

    /// <summary>A program that signed in and keeps a copy.</summary>
    private async Task AddDeviceAsync()
    {
        var program = app.Visitor();
        var answer = await program.PostAsJsonAsync("/api/v1/auth/token", new { userName = "ada", password = CastMember.Password });
        program.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        (await program.PostAsJsonAsync("/api/v1/sync/pull", new { clientId = "ada-laptop" })).EnsureSuccessStatusCode();
    }

    private static async Task<Guid> UploadAsync(HttpClient client, string name, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        var answer = await client.PostAsync($"/files?name={Uri.EscapeDataString(name)}", content);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>A bot with something in every field.</summary>
    private static BotSheet Talkative => new()
    {
        Name = "Socrates",
        Color = 3,
        Description = "Asks the question behind the question.",
        PersonalityPrompt = "You ask.",
        Greeting = "Good day.",
        Attributes = [new BotTrait("age", "seventy")],
        AutoReply = true,
        IsPublic = true,
        Trigger = new BotTrigger { When = BotTrigger.HasWord, Words = ["beans"], DailyCap = 0 },
    };

    private const string Everything =
        """
        # A heading

        Words, *more* of **them**, ~~some taken back~~, `code`, a [link](https://example.org/) and a #garden/beans tag.

        - [x] a task that is done
        - [ ] one that is not

        | bed | beans |
        |-----|------:|
        | one |     3 |

        ```csharp
        // a comment
        public static int Answer(string question) => question.Length + 42;
        ```

        > A quote, and below it a line.

        ---

        1. one
        2. two
        """;
}
