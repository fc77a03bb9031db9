using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.Setup;

namespace Mosaic.Tests.Browser;

public sealed class WholeMemoJourney(TestCluster cluster, Chromium chromium)
{
    private const string First =
        """
        # Plan of the garden

        - beds
        - paths

        - [ ] order seeds

        | bed | plant |
        | --- | --- |
        | one | beans |

        ```csharp
        var beans = 12;
        ```
        """;

    [Fact]
    public async Task From_the_setup_page_to_the_purge_every_change_is_seen_at_once_in_another_tab()
    {
        await using var app = await new MosaicApp(cluster) { HasCast = false }.StartAsync();
        await using var visit = await chromium.VisitAsync(app);
        var page = visit.Page;
        await SetUpAsync(page, (await app.Services.GetRequiredService<SetupCode>().CurrentAsync())!);
        var tab = await visit.SecondTabAsync();
        await tab.EvaluateAsync("window.same = true");

        await WriteAsync(page);
        await Assertions.Expect(tab.Memo("Plan of the garden")).ToContainTextAsync("report.pdf");

        await EditThreeTimesAsync(page, tab);
        await RestoreAsync(page, tab);
        await TagAsync(page, tab);

        await page.Memo("Plan").Button("Archive").ClickAsync();
        await Assertions.Expect(page.Locator("article.memo")).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Locator("article.memo")).ToHaveCountAsync(0);
        await GoAsync(tab, "Archive");
        await GoAsync(page, "Archive");
        await Assertions.Expect(page.Memo("Plan")).ToBeVisibleAsync();

        await DeleteAsync(page);
        await Assertions.Expect(tab.Locator("article.memo")).ToHaveCountAsync(0);
        await page.Locator(".toast").Last.Locator(".toast-act").ClickAsync();
        await Assertions.Expect(page.Memo("Plan")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Memo("Plan")).ToBeVisibleAsync();
        await GoAsync(tab, "Trash");
        await Assertions.Expect(tab.GetByText("The trash is empty")).ToBeVisibleAsync();
        await DeleteAsync(page);
        await Assertions.Expect(tab.Memo("Plan")).ToBeVisibleAsync();
        await Assertions.Expect(tab.GetByRole(AriaRole.Button, new() { Name = "Empty the trash" })).ToBeVisibleAsync();

        await GoAsync(page, "Trash");
        await page.Memo("Plan").Button("Delete for good").ClickAsync();
        await page.InDialog("Delete this memo for good?").Button("Delete for good").ClickAsync();
        await Assertions.Expect(page.GetByText("The trash is empty")).ToBeVisibleAsync();
        await Assertions.Expect(tab.GetByText("The trash is empty")).ToBeVisibleAsync();

        Assert.True(await tab.EvaluateAsync<bool>("window.same === true"));
        Assert.Empty(visit.Complaints);
        await using var db = app.Database.CreateDbContext();
        Assert.Equal(0, await db.Memos.CountAsync() + await db.MemoRevisions.CountAsync() + await db.MemoDrafts.CountAsync());
    }

    private static async Task SetUpAsync(IPage page, string code)
    {
        await page.GotoAsync("/");
        await page.WaitForURLAsync("**/setup");
        await page.GetByLabel("Setup code").FillAsync(code);
        await page.GetByLabel("User name").FillAsync("ada");
        await page.GetByLabel("E-mail").FillAsync("ada@example.org");
        await page.GetByLabel("Password").FillAsync(CastMember.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await page.LiveAsync();
        await Assertions.Expect(page.GetByText("Nothing here yet")).ToBeVisibleAsync();
    }

    private static async Task WriteAsync(IPage page)
    {
        var picture = await page.ScreenshotAsync();
        await page.Composer().FillAsync(First);
        await page.Locator("[data-part=picker]").SetInputFilesAsync(
        [
            new FilePayload { Name = "desk.png", MimeType = "image/png", Buffer = picture },
            new FilePayload { Name = "report.pdf", MimeType = "application/pdf", Buffer = Pdf() },
        ]);
        await Assertions.Expect(page.Locator(".composer-file")).ToHaveCountAsync(2);
        await page.Composer().PressAsync("Control+Enter");
        await Assertions.Expect(page.Composer()).ToHaveValueAsync("");
        var memo = page.Memo("Plan of the garden");
        foreach (var part in (string[])["h1, h2, h3, h4", "ul li", "input[type=checkbox]:not(.pick)", "table td", "pre code", ".picture img", ".files a"])
            await Assertions.Expect(memo.Locator(part).First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.picture img')?.naturalWidth > 0");
        await Assertions.Expect(memo.Locator(".files .size")).ToHaveTextAsync("2 MB");
    }

    private static async Task EditThreeTimesAsync(IPage page, IPage tab)
    {
        for (var i = 1; i <= 3; i++)
        {
            await page.Memo("Plan of the garden").Button("Edit").ClickAsync();
            var text = page.GetByLabel("Text of the memo");
            await Assertions.Expect(text).ToBeFocusedAsync();
            await text.FillAsync($"{First}\n\nEdit number {i}.");
            await text.PressAsync("Control+Enter");
            await Assertions.Expect(page.Memo($"Edit number {i}.").Locator(".body")).ToBeVisibleAsync();
            await Assertions.Expect(tab.Memo($"Edit number {i}.")).ToBeVisibleAsync();
        }
    }

    private static async Task RestoreAsync(IPage page, IPage tab)
    {
        await page.Memo("Plan").Button("History").ClickAsync();
        var history = page.InDialog("History");
        await Assertions.Expect(history.GetByRole(AriaRole.Heading, new() { Name = "Revision 3 → 4" })).ToBeVisibleAsync();
        await history.GetByTitle("Compare with revision 1").ClickAsync();
        await Assertions.Expect(history.GetByRole(AriaRole.Heading, new() { Name = "Revision 1 → 4" })).ToBeVisibleAsync();
        await Assertions.Expect(history.Locator(".diff ins").First).ToContainTextAsync("Edit number 3.");
        await history.Locator(".revision-pick").Last.ClickAsync();
        await history.Button("Restore revision 1").ClickAsync();
        await Assertions.Expect(history.GetByText("Restored from 1")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(history).ToHaveCountAsync(0);
        await Assertions.Expect(page.Memo("Edit number")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Memo("Plan").Locator(".files a")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Memo("Edit number")).ToHaveCountAsync(0);
    }

    private static async Task TagAsync(IPage page, IPage tab)
    {
        await page.Composer().FillAsync("Something else");
        await page.Composer().PressAsync("Control+Enter");
        await Assertions.Expect(tab.Locator("article.memo")).ToHaveCountAsync(2);
        await page.Memo("Plan").Button("Tags").ClickAsync();
        await page.GetByLabel("Add a tag").FillAsync("Home/Garden");
        await page.GetByLabel("Add a tag").PressAsync("Enter");
        await page.InDialog("Tags of this memo").Button("Save tags").ClickAsync();
        await Assertions.Expect(tab.Memo("Plan").Locator("a.tag")).ToHaveTextAsync("#home/garden");
        await Assertions.Expect(tab.Locator(".aside").GetByText("#home/garden")).ToBeVisibleAsync();
        await page.Memo("Plan").Locator("a.tag").ClickAsync();
        await page.WaitForURLAsync("**tag=home**");
        await Assertions.Expect(page.Memo("Something else")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Memo("Plan")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove the filter #home/garden" }).ClickAsync();
        await DeleteAsync(page, "Something else");
        await GoAsync(page, "Trash");
        await page.Memo("Something else").Button("Delete for good").ClickAsync();
        await page.InDialog("Delete this memo for good?").Button("Delete for good").ClickAsync();
        await GoAsync(page, "Memos");
        await Assertions.Expect(tab.Locator("article.memo")).ToHaveCountAsync(1);
    }

    private static async Task DeleteAsync(IPage page, string text = "Plan")
    {
        await page.Memo(text).Button("Memo actions").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast").Last).ToContainTextAsync("Memo moved to the trash.");
    }

    private static async Task GoAsync(IPage page, string place)
    {
        // The rail says how many memos there are, too.
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^{place}( \\d+)?$") }).First.ClickAsync();
        await Assertions.Expect(page.Locator($"[aria-current=page]:has-text('{place}')").First).ToBeVisibleAsync();
    }

    /// <summary>Two megabytes of a document with one empty page.</summary>
    private static byte[] Pdf() => Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n%" + new string('.', 2 * 1024 * 1024) + "\ntrailer<</Root 1 0 R>>\n%%EOF");
}
