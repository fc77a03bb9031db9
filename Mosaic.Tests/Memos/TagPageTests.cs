using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.Tags;
using Mosaic.Web.Platform.Browser;

namespace Mosaic.Tests.Memos;

public sealed class TagPageTests(TestDatabase database) : PageTest, IClassFixture<TestDatabase>
{
    private Guid _userId;

    [Fact]
    public async Task Tags_are_listed_with_their_memos_and_a_link_and_can_be_filtered()
    {
        await SignInAsAsync("dora");
        await WriteAsync("#work/mosaic");
        await WriteAsync("#reading");
        var page = Render<TagsPage>();
        page.WaitForElement("a.tag");
        Assert.Equal(["#reading", "#work", "#work/mosaic"], page.FindAll("a.tag").Select(link => link.TextContent));
        Assert.Equal("/?tag=reading", page.Find("a.tag").GetAttribute("href"));
        page.Find("input[type=search]").Input("#WORK");
        Assert.Equal(["#work", "#work/mosaic"], page.FindAll("a.tag").Select(link => link.TextContent));
        page.Find("input[type=search]").Input("nothing");
        Assert.Contains("No tag matches", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_tags_the_page_says_how_to_make_one()
    {
        await SignInAsAsync("bob");
        var page = Render<TagsPage>();
        page.WaitForAssertion(() => Assert.Contains("No tags yet", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Renaming_says_beforehand_what_changes_and_warns_of_a_merge()
    {
        await SignInAsAsync("cleo");
        var memo = await WriteAsync("#home one");
        await WriteAsync("two", "home", "house");
        var dialog = Render<TagDialog>(parameters => parameters.Add(dialog => dialog.Tag, "home").Add(dialog => dialog.Action, TagAction.Rename)
            .Add(dialog => dialog.Own, [new TagCount("home", 2), new TagCount("house", 1)]));
        dialog.WaitForAssertion(() => Assert.Contains("2 memos change", dialog.Find(".tag-preview").TextContent, StringComparison.Ordinal));
        Assert.Contains("1 text is rewritten", dialog.Find(".tag-preview").TextContent, StringComparison.Ordinal);
        dialog.Find("input").Input("no good");
        await dialog.Find("form").SubmitAsync();
        dialog.WaitForAssertion(() => Assert.Contains("no spaces", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        dialog.Find("input").Input("House");
        Assert.Contains("both become one", dialog.Find(".tag-preview").TextContent, StringComparison.Ordinal);
        await dialog.Find("form").SubmitAsync();
        var toasts = Services.GetRequiredService<Toasts>();
        dialog.WaitForAssertion(() => Assert.Equal("#home is #house now on 2 memos.", Assert.Single(toasts.Shown).Text));
        Assert.Equal("#house one", (await FindAsync(memo.Id)).Content);
        await toasts.RunAsync(toasts.Shown[0].Id);
        Assert.Equal("#home one", (await FindAsync(memo.Id)).Content);
    }

    [Fact]
    public async Task The_editor_keeps_tags_of_the_text_and_saves_those_put_on()
    {
        await SignInAsAsync("ada");
        var memo = await WriteAsync("#fixed text", "old");
        IReadOnlyList<string>? changed = null;
        var editor = Render<TagEditor>(parameters => parameters.Add(editor => editor.MemoId, memo.Id).Add(editor => editor.Tags, memo.Tags)
            .Add(editor => editor.OnChanged, tags => changed = tags));
        editor.WaitForElement(".chip-x");
        Assert.Equal(2, editor.FindAll(".tag-chips li").Count);
        Assert.Single(editor.FindAll(".chip-x"));
        editor.Find(".chip-x").Click();
        editor.Find("input").Input("a b");
        await editor.Find("form").SubmitAsync();
        Assert.Contains("no spaces", editor.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        editor.Find("input").Input("#New/Tag");
        await editor.Find("form").SubmitAsync();
        editor.Find(".dialog-foot .btn:not(.ghost)").Click();
        editor.WaitForAssertion(() => Assert.Equal(["fixed", "new/tag"], changed));
        var toasts = Services.GetRequiredService<Toasts>();
        await toasts.RunAsync(Assert.Single(toasts.Shown).Id);
        Assert.Equal(["fixed", "old"], (await FindAsync(memo.Id)).Tags);
    }

    private async Task SignInAsAsync(string name)
    {
        Services.AddMemos();
        Services.AddBrowser();
        _userId = (await SignInAsync(database, name)).Id;
    }

    private async Task<MemoCard> WriteAsync(string text, params string[] tags) => Assert.IsType<SaveResult.Saved>(await Services.GetRequiredService<MemoService>()
        .SaveAsync(_userId, new MemoEdit(Guid.CreateVersion7(), text, null, false, 0) { Tags = tags })).Memo;

    private async Task<MemoCard> FindAsync(Guid id) => (await Services.GetRequiredService<MemoService>().FindAsync(_userId, id))!;
}
