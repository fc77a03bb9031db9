using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Tests.Browser;

/// <summary>What people do again and again, for journeys.</summary>
internal static class Steps
{
    public static ILocator Composer(this IPage page) => page.Locator("memo-editor").First.Locator("[data-part=text]");

    public static ILocator Memo(this IPage page, string text) => page.Locator("article.memo", new() { HasText = text });

    public static ILocator Button(this ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Button(this IPage page, string name) => page.Locator("body").Button(name);

    public static ILocator InDialog(this IPage page, string title) => page.GetByRole(AriaRole.Dialog, new() { Name = title });

    public static Task LiveAsync(this IPage page) => page.WaitForFunctionAsync("() => document.querySelector('memo-editor')?.isLive");

    /// <summary>Another tab of the same window, on the list of memos.</summary>
    public static async Task<IPage> SecondTabAsync(this Visit visit)
    {
        var tab = await visit.OpenTabAsync();
        await tab.GotoAsync("/");
        await tab.LiveAsync();
        return tab;
    }

    /// <summary>Signs in by the form and waits for the list of memos.</summary>
    public static async Task SignInAsync(this IPage page, string address, string name)
    {
        await page.GotoAsync(address);
        if (await page.GetByLabel("Password").CountAsync() > 0)
        {
            await page.GetByLabel("User name or e-mail").FillAsync(name);
            await page.GetByLabel("Password").FillAsync(CastMember.Password);
            await page.GetByLabel("Stay signed in").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        }
        await page.LiveAsync();
    }

    /// <summary>A memo written behind the browser's back.</summary>
    public static async Task<MemoCard> WriteAsync(this MosaicApp app, string name, params string[] texts)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var memos = scope.ServiceProvider.GetRequiredService<MemoService>();
        var id = Guid.CreateVersion7();
        MemoCard? memo = null;
        foreach (var text in texts)
            memo = Assert.IsType<SaveResult.Saved>(await memos.SaveAsync(app.Person(name).Id, new MemoEdit(id, text, null, false, memo?.RevisionCount ?? 0))).Memo;
        return memo!;
    }
}
