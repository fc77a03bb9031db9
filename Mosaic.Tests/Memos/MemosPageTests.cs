using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.Editor;
using Mosaic.Web.Features.Memos.Pages;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.Configuration;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Markdown;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Memos;

public sealed class MemosPageTests(TestDatabase database) : PageTest, IClassFixture<TestDatabase>
{
    private readonly BreakableDatabase _database = new(database);

    [Fact]
    public async Task A_person_without_memos_is_told_how_to_begin()
    {
        await OpenForAsync("cleo");
        var page = Render<MemosPage>();
        page.WaitForAssertion(() => Assert.Contains("Nothing here yet", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Memos_stand_under_their_day_and_only_the_persons_own()
    {
        var ada = await OpenForAsync("ada");
        var bob = await MosaicAppCast.FindOrAddAsync(database, Clock, "bob");
        await SaveAsync(ada.Id, "written *today*");
        await SaveAsync(ada.Id, "written the day before", Clock.GetUtcNow().AddDays(-1));
        await SaveAsync(bob.Id, "of somebody else");
        var page = Render<MemosPage>();
        page.WaitForElement("article.memo");
        Assert.Equal(["Today", "Yesterday"], page.FindAll("h2.day").Select(day => day.TextContent.Trim()).Take(2));
        Assert.Contains("<em>today</em>", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody else", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_memo_saved_elsewhere_appears_and_one_deleted_elsewhere_goes()
    {
        var ada = await OpenForAsync("ada");
        var page = Render<MemosPage>();
        var memo = await SaveAsync(ada.Id, "from another tab");
        page.WaitForAssertion(() => Assert.Contains("from another tab", page.Markup, StringComparison.Ordinal));
        await Services.GetRequiredService<MemoShelf>().TrashAsync(ada.Id, [memo]);
        page.WaitForAssertion(() => Assert.DoesNotContain("from another tab", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleting_offers_an_undo_that_brings_the_memo_back()
    {
        var ada = await OpenForAsync("ada");
        var memo = await SaveAsync(ada.Id, "delete me");
        var page = Render<MemosPage>();
        await page.WaitForElement($"#memo-{memo} [data-shortcut=Delete]").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.DoesNotContain("delete me", page.Markup, StringComparison.Ordinal));
        var toasts = Services.GetRequiredService<Toasts>();
        var toast = Assert.Single(toasts.Shown);
        Assert.Equal("Memo moved to the trash.", toast.Text);
        await toasts.RunAsync(toast.Id);
        page.WaitForAssertion(() => Assert.Contains("delete me", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_address_says_what_is_shown()
    {
        var ada = await OpenForAsync("ada");
        await SaveAsync(ada.Id, "about #green things");
        await SaveAsync(ada.Id, "about other things");
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?tag=green");
        var page = Render<MemosPage>();
        page.WaitForElement("article.memo");
        Assert.DoesNotContain("other things", page.Find(".memo-list").InnerHtml, StringComparison.Ordinal);
        Assert.Equal("/", page.Find(".active-filters a").GetAttribute("href"));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?q=nothing+like+this");
        page.WaitForAssertion(() => Assert.Contains("No memo matches", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_memo_that_the_filter_hides_is_said_to_be_saved()
    {
        var ada = await OpenForAsync("ada");
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?tag=hidden-here");
        var page = Render<MemosPage>();
        var editor = page.WaitForComponent<MemoEditor>();
        var memos = Services.GetRequiredService<MemoService>();
        var (shown, hidden) = (await memos.FindAsync(ada.Id, await SaveAsync(ada.Id, "with #hidden-here")), await memos.FindAsync(ada.Id, await SaveAsync(ada.Id, "without")));
        var toasts = Services.GetRequiredService<Toasts>();
        await page.InvokeAsync(() => editor.Instance.OnSaved.InvokeAsync(shown!));
        Assert.Empty(toasts.Shown);
        await page.InvokeAsync(() => editor.Instance.OnSaved.InvokeAsync(hidden!));
        Assert.Equal("Saved. What is shown here leaves it out.", Assert.Single(toasts.Shown).Text);
    }

    [Fact]
    public async Task Shift_click_selects_what_lies_between_and_a_verb_takes_all_of_it()
    {
        var ada = await OpenForAsync("ada");
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++) ids.Add(await SaveAsync(ada.Id, $"select #many {i}"));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?tag=many");
        var page = Render<MemosPage>();
        await page.WaitForElement($"#memo-{ids[2]} .pick").ClickAsync(new MouseEventArgs());
        await page.Find($"#memo-{ids[0]} .pick").ClickAsync(new MouseEventArgs { ShiftKey = true });
        Assert.Equal("3 selected", page.Find(".selection strong").TextContent);
        await page.FindAll(".selection button").Single(button => button.TextContent.Contains("Archive", StringComparison.Ordinal)).ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("article.memo")));
        Assert.Equal("3 memos archived.", Assert.Single(Services.GetRequiredService<Toasts>().Shown).Text);
    }

    [Fact]
    public async Task Ticking_a_task_makes_a_revision()
    {
        var ada = await OpenForAsync("ada");
        var memo = await SaveAsync(ada.Id, "- [ ] one\n- [ ] two");
        var page = Render<MemosPage>();
        page.WaitForElement($"#memo-{memo}");
        await page.InvokeAsync(() => page.FindComponents<Mosaic.Web.Ui.MarkdownView>().First(view => view.Markup.Contains("two", StringComparison.Ordinal)).Instance.OnTaskToggled.InvokeAsync(1));
        var saved = await Services.GetRequiredService<MemoService>().FindAsync(ada.Id, memo);
        Assert.Equal("- [ ] one\n- [x] two", saved!.Content);
        Assert.Equal(2, saved.RevisionCount);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_can_be_tried_again()
    {
        var ada = await OpenForAsync("ada");
        await SaveAsync(ada.Id, "still here");
        _database.IsBroken = true;
        var page = Render<Mosaic.Web.Features.Memos.Parts.MemoList>(list => list
            .Add(part => part.Person, MemoPeople.Of(ada.Id)).Add(part => part.Filter, new MemoFilter()));
        page.WaitForAssertion(() => Assert.Contains("could not be read", page.Markup, StringComparison.Ordinal));
        _database.IsBroken = false;
        await page.Find("button").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Contains("still here", page.Markup, StringComparison.Ordinal));
    }

    private Task<CastMember> OpenForAsync(string name)
    {
        Services.AddSingleton<IDbContextFactory<MosaicDb>>(_database);
        Services.AddMarkdown();
        Services.AddBrowser();
        Services.AddSingleton(new MosaicOptions { DataDirectory = Path.GetTempPath() }).AddFiles();
        Services.AddAppSettings();
        Services.AddMemos();
        return SignInAsync(database, name);
    }

    private async Task<Guid> SaveAsync(Guid user, string text, DateTimeOffset? at = null)
    {
        var edit = new MemoEdit(Guid.CreateVersion7(), text, [], false, 0) { CreatedAt = at };
        Assert.IsType<SaveResult.Saved>(await Services.GetRequiredService<MemoService>().SaveAsync(user, edit));
        return edit.Id;
    }

    private sealed class BreakableDatabase(TestDatabase database) : IDbContextFactory<MosaicDb>
    {
        public bool IsBroken { get; set; }

        public MosaicDb CreateDbContext() => IsBroken ? throw new TimeoutException("The database does not answer.") : database.CreateDbContext();
    }
}
