using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Mosaic.Tests.Accounts;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Browser;

public sealed class LimitsJourney(AccountsApp app, Chromium chromium) : IClassFixture<AccountsApp>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mosaic-limits-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_paste_of_a_hundred_thousand_characters_is_saved_and_of_one_more_refused_with_the_text_kept()
    {
        await using var visit = await OpenAsync("bob");
        var page = visit.Page;
        var words = string.Concat(Enumerable.Repeat("ten chars\n", 10_000));
        await PasteAsync(page, words[..^1] + "!!");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".composer [role=alert]")).ToContainTextAsync("1 character over the limit of 100,000");
        Assert.Equal(100_001, (await page.Composer().InputValueAsync()).Length);

        await page.Composer().FillAsync("");
        await PasteAsync(page, words[..^1] + "!");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Composer()).ToHaveValueAsync("");
        await Assertions.Expect(page.Memo("ten chars")).ToBeVisibleAsync();
        await using var db = app.Database.CreateDbContext();
        Assert.Equal(words[..^1] + "!", (await db.Memos.SingleAsync(memo => memo.UserId == app.Person("bob").Id)).Content);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_before_it_is_sent_and_one_below_it_arrives_whole()
    {
        await app.SetAsync(new AppSettings { UploadLimitMegabytes = 9 });
        await using var visit = await OpenAsync("cleo");
        var page = visit.Page;
        var sent = new List<string>();
        page.Request += (_, request) => { if (request.Method == "POST" && request.Url.Contains("/files", StringComparison.Ordinal)) sent.Add(request.Url); };
        await page.Composer().FillAsync("With a large file");
        // Named by path: what is given as bytes is sent to the browser as text, which takes longer than the upload.
        await page.Locator("[data-part=picker]").SetInputFilesAsync([await FileAsync("too-large.bin", 9 * 1024 * 1024 + 1), await FileAsync("large.bin", 9 * 1024 * 1024)]);
        await Assertions.Expect(page.Locator(".composer-file .error")).ToHaveTextAsync("Not sent: it is larger than 9 MB, the limit here.");
        await page.Button("Remove too-large.bin").ClickAsync();
        await page.Composer().PressAsync("Control+Enter");
        await Assertions.Expect(page.Composer()).ToHaveValueAsync("");
        await Assertions.Expect(page.Memo("With a large file")).ToContainTextAsync("large.bin");
        Assert.Single(sent);

        var download = await page.RunAndWaitForDownloadAsync(() => page.Memo("With a large file").Locator(".files a").ClickAsync());
        Assert.Equal("large.bin", download.SuggestedFilename);
        Assert.Equal(9 * 1024 * 1024, new FileInfo(await download.PathAsync()).Length);
    }

    private async Task<string> FileAsync(string name, int bytes)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, new byte[bytes]);
        return path;
    }

    private static async Task PasteAsync(IPage page, string text)
    {
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await page.Composer().FocusAsync();
        await page.Keyboard.PressAsync("Control+v");
        await Assertions.Expect(page.Composer()).ToHaveValueAsync(text);
    }

    private async Task<Visit> OpenAsync(string name)
    {
        var visit = await chromium.VisitAsync(app, name);
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.OpenAsync("/memos");
        await visit.Page.LiveAsync();
        return visit;
    }
}
