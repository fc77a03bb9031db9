using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat.Pages;

namespace Mosaic.Tests.Chat.Tree;

public sealed class ComparePageTests(TestDatabase database) : TreePageTest(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Two_ways_stand_side_by_side_and_what_they_share_is_folded_above()
    {
        var ground = await OpenForAsync("cp1");
        var trunk = await ground.ChainAsync(11);
        var left = await ground.SayAsync("It is *raining*.", trunk, 7);
        var right = await ground.SayAsync("It is dry.", trunk, 1_200);
        await Branches.NameAsync(ground.UserId, left.Id, "Wet", 4);
        var page = Open(ground, left.Id, right.Id);
        page.WaitForAssertion(() => Assert.Equal("raining", page.Find(".way em").TextContent));
        Assert.Equal(["Wet", "The other way"], page.FindAll(".way h2").Select(heading => heading.TextContent));
        Assert.Equal(["1 message, 7 tokens", "1 message, 1,200 tokens"], page.FindAll(".way-head .hint").Select(hint => hint.TextContent));
        Assert.Contains("tree-c4", page.Find(".way-head").ClassList);
        var common = page.Find(".ways-common button");
        Assert.Equal(("11 messages in common", "false", 0), (common.TextContent.Trim(), common.GetAttribute("aria-expanded"), page.FindAll("#ways-common article").Count));
        await common.ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(11, page.FindAll("#ways-common article").Count));
        Assert.Equal(["You", "Socrates"], page.FindAll("#ways-common .ways-name").Take(2).Select(name => name.TextContent));
    }

    [Fact]
    public async Task Sixty_messages_of_a_way_are_shown_at_once_and_earlier_ones_when_asked()
    {
        var ground = await OpenForAsync("cp2");
        var root = await ground.SayAsync("root");
        var (left, right) = (await ground.ChainAsync(130, root), await ground.SayAsync("short", root));
        var page = Open(ground, left.Id, right.Id);
        page.WaitForAssertion(() => Assert.Equal(61, page.FindAll(".way article").Count));
        Assert.Equal("Show earlier (70 more)", page.Find(".ways-earlier").TextContent);
        await page.Find(".ways-earlier").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(121, page.FindAll(".way article").Count));
        await page.Find(".ways-earlier").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".ways-earlier")));
        Assert.Equal(Enumerable.Range(1, 130).Select(number => $"Message {number}"), page.FindAll(".way")[0].QuerySelectorAll("article .markdown-text").Select(text => text.TextContent.Trim()));
    }

    [Fact]
    public async Task Going_on_opens_the_way_and_its_conversation()
    {
        var ground = await OpenForAsync("cp3");
        var root = await ground.SayAsync("root");
        var (left, right) = (await ground.SayAsync("left", root), await ground.SayAsync("right", root));
        var page = Open(ground, left.Id, right.Id);
        await page.WaitForElement(".way-head .btn").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal($"/chat/{ground.Id}", Address));
        Assert.Equal(left.Id, await ground.ActiveAsync());
    }

    [Fact]
    public async Task One_way_twice_and_no_way_at_all_lead_to_the_map()
    {
        var ground = await OpenForAsync("cp4");
        var said = await ground.SayAsync("only");
        Assert.Contains("one way, and not two", Open(ground, said.Id, said.Id).WaitForElement(".blank").TextContent, StringComparison.Ordinal);
        var page = Open(ground, said.Id, Guid.NewGuid());
        Assert.Contains("Two ways are needed", page.WaitForElement(".blank").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/chat/{ground.Id}/map", page.Find(".blank .btn").GetAttribute("href"));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_can_be_tried_again()
    {
        var ground = await OpenForAsync("cp5");
        var root = await ground.SayAsync("root");
        var (left, right) = (await ground.SayAsync("left", root), await ground.SayAsync("right", root));
        DatabaseIsSilent = true;
        var page = Open(ground, left.Id, right.Id);
        page.WaitForAssertion(() => Assert.Contains("could not be read", page.Find(".failed").TextContent, StringComparison.Ordinal));
        DatabaseIsSilent = false;
        await page.Find(".failed button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".way article").Count));
    }

    private IRenderedComponent<ComparePage> Open(ChatGround ground, Guid left, Guid right)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/chat/{ground.Id}/compare?left={left}&right={right}");
        return Render<ComparePage>(parameters => parameters.Add(page => page.Id, ground.Id));
    }
}
