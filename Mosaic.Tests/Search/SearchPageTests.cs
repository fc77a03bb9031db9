using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Search;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Search;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Features.Search.Kept;
using Mosaic.Web.Features.Search.Pages;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.Configuration;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Markdown;
using Npgsql;

namespace Mosaic.Tests.Search;

public sealed class SearchPageTests(TestDatabase database) : PageTest, IClassFixture<TestDatabase>
{
    private CastMember _person = null!;

    [Fact]
    public async Task Hits_say_when_and_why_and_mark_what_matches()
    {
        await SignInAsAsync("dora");
        var memo = await WriteAsync("# Plans\n\nThe raised beds get their soil in spring.", "garden/plan");
        var page = Open("/search?q=raised+beds");
        var hit = page.WaitForElement(".hit");
        Assert.Equal(["raised", "beds"], hit.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal($"/memos/{memo}", hit.QuerySelector("a[data-open]")!.GetAttribute("href"));
        Assert.Equal("Plans", hit.QuerySelector("h3")!.TextContent);
        Assert.Equal(["#garden/plan"], hit.QuerySelectorAll(".tag").Select(tag => tag.TextContent));
        Assert.Contains("The words “raised” and “beds” occur.", hit.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Place by words1", hit.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 found in", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Meaning is searched with the offline helper", page.Markup, StringComparison.Ordinal);
        Assert.Equal("raised beds", page.Find(".hits").GetAttribute("data-answers"));
    }

    [Fact]
    public async Task Before_anything_is_typed_the_newest_stand_there_with_what_was_searched_for()
    {
        await SignInAsAsync("emil");
        await WriteAsync("written first");
        await WriteAsync("written last");
        await Services.GetRequiredService<KeptSearches>().NoteAsync(_person.Id, "lately & longer");
        await Services.GetRequiredService<KeptSearches>().SaveAsync(_person.Id, "tag:work", "Work");
        var page = Open("/search");
        page.WaitForAssertion(() => Assert.Equal(["written last", "written first"], page.FindAll(".hit-text").Select(text => text.TextContent.Trim())));
        page.WaitForAssertion(() => Assert.Equal(["/search?q=tag%3Awork", "/search?q=lately%20%26%20longer"], page.FindAll(".kept-searches a").Select(link => link.GetAttribute("href"))));
        Assert.Empty(page.FindAll(".hit summary"));
        await page.InvokeAsync(() => page.FindAll(".kept-searches button").Single(button => button.TextContent == "Forget these").Click());
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".kept-searches a")));
    }

    [Fact]
    public async Task Filters_are_chips_that_lead_to_the_query_without_them_and_a_bad_one_says_why()
    {
        await SignInAsAsync("fritz");
        await WriteAsync("garden work", "work");
        var page = Open("/search?q=garden+tag:work+from:someday+-snow");
        page.WaitForElement(".hit");
        var chips = page.FindAll("[aria-label=Filters] a");
        Assert.Equal(["tag:work", "from:someday", "-snow"], chips.Select(chip => chip.TextContent));
        Assert.Equal(["/search?q=garden%20from%3Asomeday%20-snow", "/search?q=garden%20tag%3Awork%20-snow", "/search?q=garden%20tag%3Awork%20from%3Asomeday"], chips.Select(chip => chip.GetAttribute("href")));
        Assert.Equal([false, true, false], chips.Select(chip => chip.ClassList.Contains("bad")));
        Assert.Contains("“someday” is no day", Assert.Single(page.FindAll("[aria-label=Filters] .hint")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_try()
    {
        await SignInAsAsync("greta");
        await WriteAsync("garden");
        var page = Open("/search?q=zzzzqq+tag:work");
        page.WaitForAssertion(() => Assert.Contains("Take a filter away", page.Find(".blank").TextContent, StringComparison.Ordinal));
        Assert.Equal(["/search?q=zzzzqq", "/search?q=zzzzqq%20tag%3Awork%20is%3Aarchived"], page.FindAll(".blank a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Nothing found", page.Find("[role=status]").TextContent);
        Go("/search?q=zzzzqq+is:archived");
        page.WaitForAssertion(() => Assert.Equal(["/search?q=zzzzqq"], page.FindAll(".blank a").Select(link => link.GetAttribute("href"))));
    }

    [Fact]
    public async Task Somebody_without_memos_is_told_where_to_begin()
    {
        await SignInAsAsync("hugo");
        var page = Open("/search");
        page.WaitForAssertion(() => Assert.Contains("Nothing written yet", page.Find(".blank").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_typed_is_answered_and_what_was_typed_before_the_box_was_filled_anew_is_not()
    {
        await SignInAsAsync("ida");
        await WriteAsync("garden beds");
        await WriteAsync("kitchen shelf");
        var page = Open("/search?q=garden");
        page.WaitForAssertion(() => Assert.Equal(["garden beds"], Shown(page)));
        await page.InvokeAsync(() => page.Instance.AskAsync("kitchen", 0));
        page.WaitForAssertion(() => Assert.Equal(["kitchen shelf"], Shown(page)));
        // A chip or the back button: what the script still sends belongs to the box as it was.
        Go("/search?q=shelf");
        page.WaitForAssertion(() => Assert.Equal("shelf", page.Find(".hits").GetAttribute("data-answers")));
        await page.InvokeAsync(() => page.Instance.AskAsync("garden", 0));
        Assert.Equal(["kitchen shelf"], Shown(page));
        await page.InvokeAsync(() => page.Instance.AskAsync("garden", 1));
        page.WaitForAssertion(() => Assert.Equal(["garden beds"], Shown(page)));
    }

    [Fact]
    public async Task A_search_is_recent_once_Enter_is_pressed_or_a_hit_is_opened()
    {
        await SignInAsAsync("karl");
        await WriteAsync("garden beds");
        var page = Open("/search?q=garden");
        page.WaitForElement(".hit");
        Assert.Empty((await KeptAsync()).Recent);
        await page.InvokeAsync(() => page.Find(".hit a[data-open]").ClickAsync(new MouseEventArgs()));
        await page.InvokeAsync(() => page.Instance.CommitAsync(" beds ", 0));
        Assert.Equal(["beds", "garden"], (await KeptAsync()).Recent.Select(search => search.Query));
    }

    [Fact]
    public async Task A_search_is_saved_renamed_and_deleted_with_an_undo()
    {
        await SignInAsAsync("lena");
        await WriteAsync("garden beds");
        var page = Open("/search?q=garden");
        page.WaitForElement(".hit");
        await page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent == "Save this search").Click());
        Assert.Equal("garden", page.Find("dialog input").GetAttribute("value"));
        await page.InvokeAsync(() => page.Find("dialog input").Input(" "));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        Assert.Equal("Give it a name.", page.Find("dialog [role=alert]").TextContent.Trim());
        await page.InvokeAsync(() => page.Find("dialog input").Input("Allotment"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("Saved as Allotment", page.Find("header").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog")));
        await page.InvokeAsync(() => page.FindAll("[role=menuitem]").Single(item => item.TextContent.Contains("Delete", StringComparison.Ordinal)).Click());
        page.WaitForAssertion(() => Assert.Contains("Save this search", page.Find("header").TextContent, StringComparison.Ordinal));
        var toasts = Services.GetRequiredService<Toasts>();
        await Eventually.HoldsAsync(() => toasts.Shown is [.., { Text: "Saved search “Allotment” deleted." }]);
        await page.InvokeAsync(() => toasts.RunAsync(toasts.Shown[^1].Id));
        page.WaitForAssertion(() => Assert.Contains("Saved as Allotment", page.Find("header").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_like_a_memo_is_found_without_the_memo_itself()
    {
        await SignInAsAsync("mona");
        var memo = await WriteAsync("Sowed carrots and beans in the vegetable garden.");
        await WriteAsync("The vegetable garden needs water, the beans and carrots are dry.");
        await WriteAsync("Paid the invoice of the dentist.");
        var page = Open($"/search?like={memo}");
        page.WaitForAssertion(() => Assert.StartsWith("The vegetable garden needs water", Assert.Single(Shown(page)), StringComparison.Ordinal));
        Assert.Equal("Similar to “Sowed carrots and beans in the vegetable garden.”", page.Find("h1").TextContent);
        Assert.Equal("/search", page.Find(".search-chips a").GetAttribute("href"));
        Assert.Contains("1 found in", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_like_a_memo_kept_from_AI_and_somebody_elses_does_not_exist()
    {
        await SignInAsAsync("nora");
        var (kept, other) = (await WriteAsync("my diary of dreams"), await WriteAsync("of somebody else", userId: (await MosaicAppCast.FindOrAddAsync(database, Clock, "bob")).Id));
        await Services.GetRequiredService<MemoShelf>().KeepFromAiAsync(_person.Id, [kept], true);
        var page = Open($"/search?like={kept}");
        page.WaitForAssertion(() => Assert.Contains("This memo is kept from AI", page.Find(".blank").TextContent, StringComparison.Ordinal));
        var isUnknown = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isUnknown = true;
        Go($"/search?like={other}");
        page.WaitForAssertion(() => Assert.True(isUnknown));
        Assert.DoesNotContain("somebody else", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_fails_says_so_and_can_be_tried_again()
    {
        await using var dead = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=none");
        Services.AddScoped(services => new SearchService(dead, services.GetRequiredService<QuestionPlaces>(), services.GetRequiredService<VectorShelf>(), services.GetRequiredService<WordStems>(), Clock));
        await SignInAsAsync("otto");
        var page = Open("/search?q=garden");
        page.WaitForAssertion(() => Assert.Contains("The search did not come through", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Try again", page.Find("[role=alert] button").TextContent);
    }

    private static IEnumerable<string> Shown(IRenderedComponent<SearchPage> page) => page.FindAll(".hit-text").Select(text => text.TextContent.Trim());

    private Task<KeptSearchList> KeptAsync() => Services.GetRequiredService<KeptSearches>().ListAsync(_person.Id);

    private IRenderedComponent<SearchPage> Open(string address)
    {
        Go(address);
        return Render<SearchPage>();
    }

    private void Go(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private async Task SignInAsAsync(string name)
    {
        Services.AddMarkdown();
        Services.AddSingleton(new MosaicOptions { DataDirectory = Path.GetTempPath() }).AddFiles();
        Services.AddMemos();
        _person = await SignInAsync(database, name);
    }

    private async Task<Guid> WriteAsync(string text, string? tag = null, Guid? userId = null)
    {
        var edit = new MemoEdit(Guid.CreateVersion7(), text, [], false, 0) { Tags = tag is null ? null : [tag] };
        Assert.IsType<SaveResult.Saved>(await Services.GetRequiredService<MemoService>().SaveAsync(userId ?? _person.Id, edit));
        await Services.GetRequiredService<MemoIndex>().IndexAsync(userId ?? _person.Id, edit.Id, CancellationToken.None);
        return edit.Id;
    }
}
