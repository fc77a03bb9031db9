using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Chat;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat.Pages;
using Mosaic.Web.Features.Chat.Parts;
using Mosaic.Web.Features.Chat.Tree;

namespace Mosaic.Tests.Chat.Tree;

public sealed class MapPageTests(TestDatabase database) : TreePageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_conversation_without_a_word_says_what_will_be_drawn()
    {
        var ground = await OpenForAsync("mp1");
        var page = Open(ground);
        Assert.Contains("Nothing has been said here yet", page.WaitForElement(".blank").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/chat/{ground.Id}", page.Find(".blank .btn").GetAttribute("href"));
    }

    [Fact]
    public async Task One_way_is_drawn_and_how_others_come_to_be_is_taught()
    {
        var ground = await OpenForAsync("mp2");
        await ground.ChainAsync(30);
        var page = Open(ground);
        Assert.Contains("three directions", page.WaitForElement(".map-teach").TextContent, StringComparison.Ordinal);
        Assert.Equal(["You", "28 messages", "Socrates"], page.FindAll(".tree-caption").Select(text => text.TextContent));
    }

    [Fact]
    public async Task Places_are_items_of_a_tree_with_names_levels_and_keys()
    {
        var (ground, _, hope, fear) = await ForkAsync("mp3");
        await Branches.NameAsync(ground.UserId, hope.Id, "Hope", 3);
        var page = Open(ground);
        page.WaitForElement("[role=tree]");
        Assert.Empty(page.FindAll(".map-teach"));
        Assert.Equal(
            ["You: Is it raining?, 3 below", "Hope: It is raining, and well., from Socrates, branch Hope, 1 below", "You: Then we stay., an end", "Socrates: It is not., an end"],
            page.FindAll("[role=treeitem]").Select(item => item.GetAttribute("aria-label")));
        Assert.Equal([("1", "1", "1"), ("2", "1", "2"), ("3", "1", "1"), ("2", "2", "2")], page.FindAll("[role=treeitem]").Select(item => (item.GetAttribute("aria-level"), item.GetAttribute("aria-posinset"), item.GetAttribute("aria-setsize"))!));
        Assert.Equal(["true", "true", null, null], page.FindAll("[role=treeitem]").Select(item => item.GetAttribute("aria-expanded")));
        Assert.Equal("location", Place(page, fear.Id).GetAttribute("aria-current"));
        Assert.Equal(["tree-open", "tree-open"], page.FindAll(".tree-node.tree-open").Select(item => item.ClassList.Single(name => name == "tree-open")));
        Assert.Contains("tree-c3", Place(page, hope.Id).ClassList);
        Assert.Equal(3, page.FindAll(".tree-line").Count);
        Assert.Equal("tree-keys", page.Find(".tree-frame").GetAttribute("aria-describedby"));
        Assert.Equal(["Zoom in", "Zoom out", "Show all of it"], page.FindAll("[data-zoom]").Select(button => button.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task Enter_opens_the_way_through_a_place_and_goes_there()
    {
        var (ground, _, hope, _) = await ForkAsync("mp4");
        var page = Open(ground);
        await ActAsync(page, "open", hope.Id);
        Assert.Equal($"/chat/{ground.Id}#message-{hope.Id}", Address);
        Assert.NotEqual(hope.Id, await ground.ActiveAsync());
        Assert.True((await Services.GetRequiredService<TreeShapeReader>().ReadAsync(ground.UserId, ground.Id))!.Messages.Single(message => message.Id == hope.Id).IsOpen);
    }

    [Fact]
    public async Task Space_hides_what_is_below_and_shows_it_again()
    {
        var (ground, root, hope, _) = await ForkAsync("mp5");
        var page = Open(ground);
        await ActAsync(page, "toggle", hope.Id);
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("[role=treeitem]").Count));
        Assert.Equal("false", Place(page, hope.Id).GetAttribute("aria-expanded"));
        await ActAsync(page, "toggle", hope.Id);
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("[role=treeitem]").Count));
        await ActAsync(page, "toggle", root.Id);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[role=treeitem]")));
    }

    [Fact]
    public async Task F2_names_a_place_and_again_renames_and_recolours_it()
    {
        var (ground, _, hope, _) = await ForkAsync("mp6");
        var page = Open(ground);
        await ActAsync(page, "name", hope.Id);
        await page.WaitForElement("#branch-name").InputAsync("Hope");
        await page.Find("#branch-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("branch Hope", Place(page, hope.Id).GetAttribute("aria-label"), StringComparison.Ordinal));
        await ActAsync(page, "name", hope.Id);
        Assert.Equal("Hope", page.WaitForElement("#branch-name").GetAttribute("value"));
        await page.Find("#branch-name").InputAsync("");
        await page.Find("#branch-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("name first", page.Find("#branch-name-note").TextContent, StringComparison.Ordinal));
        await page.Find("#branch-name").InputAsync("Hoping");
        await page.FindAll("[name=branch-color]")[4].ChangeAsync("on");
        await page.Find("#branch-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("tree-c5", Place(page, hope.Id).ClassList));
        Assert.Equal("Hoping", (await Branches.FindAsync(ground.UserId, hope.Id))!.Title);
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public async Task The_name_comes_off_and_by_undo_on_again()
    {
        var (ground, _, hope, _) = await ForkAsync("mp7");
        await Branches.NameAsync(ground.UserId, hope.Id, "Hope", 3);
        var page = Open(ground);
        await ActAsync(page, "select", hope.Id);
        await page.WaitForElements(".tree-acts button").Single(button => button.TextContent == "Take the name off").ClickAsync(new());
        page.WaitForAssertion(() => Assert.DoesNotContain("branch", Place(page, hope.Id).GetAttribute("aria-label"), StringComparison.Ordinal));
        await page.InvokeAsync(() => Toasts.RunAsync(Toasts.Shown[^1].Id));
        page.WaitForAssertion(() => Assert.Contains("branch Hope", Place(page, hope.Id).GetAttribute("aria-label"), StringComparison.Ordinal));
        Assert.Contains("tree-c3", Place(page, hope.Id).ClassList);
    }

    [Fact]
    public async Task Deleted_a_place_goes_with_what_is_below_and_by_undo_comes_back()
    {
        var (ground, _, hope, _) = await ForkAsync("mp8");
        var page = Open(ground);
        await ActAsync(page, "delete", hope.Id);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[role=treeitem]").Count));
        Assert.Equal("2 messages are deleted.", Toasts.Shown[^1].Text);
        await page.InvokeAsync(() => Toasts.RunAsync(Toasts.Shown[^1].Id));
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("[role=treeitem]").Count));
    }

    [Fact]
    public async Task Two_places_are_picked_to_be_compared_and_Esc_takes_the_first_back()
    {
        var (ground, _, hope, fear) = await ForkAsync("mp9");
        var page = Open(ground);
        await ActAsync(page, "compare", hope.Id);
        Assert.Contains("Pick the other way", page.WaitForElement(".map-compare").TextContent, StringComparison.Ordinal);
        Assert.Contains("tree-compared", Place(page, hope.Id).ClassList);
        await ActAsync(page, "cancel", hope.Id);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".map-compare")));
        await ActAsync(page, "compare", hope.Id);
        await ActAsync(page, "pick", fear.Id);
        Assert.Equal($"/chat/{ground.Id}/compare?left={hope.Id}&right={fear.Id}", Address);
    }

    [Fact]
    public async Task What_is_said_elsewhere_is_drawn_too()
    {
        var (ground, root, _, _) = await ForkAsync("mp10");
        var page = Open(ground);
        page.WaitForElement("[role=tree]");
        await ground.SayAsync("Perhaps.", root);
        await Services.GetRequiredService<Mosaic.Web.Platform.Live.Live>().AnnounceAsync(Mosaic.Web.Platform.Live.Topics.Chat(ground.UserId), ground.Id.ToString());
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll("[role=treeitem]").Count));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_can_be_tried_again()
    {
        var (ground, _, hope, _) = await ForkAsync("mp11");
        DatabaseIsSilent = true;
        var page = Open(ground);
        page.WaitForAssertion(() => Assert.Contains("could not be drawn", page.Find(".failed").TextContent, StringComparison.Ordinal));
        DatabaseIsSilent = false;
        await page.Find(".failed button").ClickAsync(new());
        page.WaitForElement("[role=tree]");
        DatabaseIsSilent = true;
        await ActAsync(page, "delete", hope.Id);
        page.WaitForAssertion(() => Assert.Contains("nothing was changed", Toasts.Shown[^1].Text, StringComparison.Ordinal));
        Assert.Equal(4, page.FindAll("[role=treeitem]").Count);
        DatabaseIsSilent = false;
    }

    [Fact]
    public async Task While_it_is_read_the_page_says_so()
    {
        var (ground, _, _, _) = await ForkAsync("mp12");
        var wait = new TaskCompletionSource();
        DatabaseWaitsFor = wait.Task;
        var page = Open(ground);
        Assert.Contains("Drawing the map", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        wait.SetResult();
        page.WaitForElement("[role=tree]");
    }

    /// <summary>Two answers to one question, the first of them answered; the second is open.</summary>
    private async Task<(ChatGround Ground, Message Root, Message Hope, Message Fear)> ForkAsync(string name)
    {
        var ground = await OpenForAsync(name);
        var root = await ground.SayAsync("Is it raining?");
        var hope = await ground.SayAsync("It is **raining**, and well.", root);
        await ground.SayAsync("Then we stay.", hope);
        return (ground, root, hope, await ground.SayAsync("It is not.", root));
    }

    private IRenderedComponent<MapPage> Open(ChatGround ground) => Render<MapPage>(parameters => parameters.Add(page => page.Id, ground.Id));

    private static AngleSharp.Dom.IElement Place(IRenderedComponent<MapPage> page, Guid id) => page.Find($"[data-id='{id}']");

    /// <summary>As the script does when a key is pressed.</summary>
    private static async Task ActAsync(IRenderedComponent<MapPage> page, string act, Guid place)
    {
        page.WaitForElement("[role=tree]");
        await page.InvokeAsync(() => page.FindComponent<TreeMap>().Instance.ActAsync(act, place));
    }
}
