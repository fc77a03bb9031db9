using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Chat;
using Mosaic.Tests.Chat.Tree;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Branches;
using Mosaic.Web.Features.Chat.Tree;

namespace Mosaic.Tests.Chat.Branches;

public sealed class StoryBranchDataTests(MosaicApp app) : IClassFixture<MosaicApp>, IDisposable
{
    private readonly IServiceScope _scope = app.Services.CreateScope();

    private StoryBranchService Branches => _scope.ServiceProvider.GetRequiredService<StoryBranchService>();

    [Fact]
    public async Task A_name_in_between_becomes_the_parent_and_gives_the_place_back_when_it_goes()
    {
        var ground = await ChatGround.NewAsync(app.Database);
        var first = await ground.SayAsync("one");
        var second = await ground.SayAsync("two", first);
        var third = await ground.SayAsync("three", second);
        Done(await Branches.NameAsync(ground.UserId, first.Id, "Top"));
        Done(await Branches.NameAsync(ground.UserId, third.Id, "Bottom", 5));
        Assert.Equal([("Top", 0, 0, null), ("Bottom", 1, 1, "Top")], await PlacesAsync(ground));
        Done(await Branches.NameAsync(ground.UserId, second.Id, "Middle"));
        Assert.Equal([("Top", 0, 0, null), ("Middle", 1, 1, "Top"), ("Bottom", 2, 2, "Middle")], await PlacesAsync(ground));
        var gone = (await Branches.FindAsync(ground.UserId, second.Id))!;
        Done(await Branches.DeleteAsync(ground.UserId, second.Id));
        Assert.Equal([("Top", 0, 0, null), ("Bottom", 1, 1, "Top")], await PlacesAsync(ground));
        Done(await Branches.RestoreAsync(ground.UserId, gone));
        Assert.Equal([("Top", 0, 0, null), ("Middle", 1, 1, "Top"), ("Bottom", 2, 2, "Middle")], await PlacesAsync(ground));
        Done(await Branches.DeleteAsync(ground.UserId, first.Id));
        Assert.Equal([("Middle", 0, 0, null), ("Bottom", 1, 1, "Middle")], await PlacesAsync(ground));
    }

    [Fact]
    public async Task The_order_is_that_of_the_tree_and_not_of_the_naming()
    {
        var ground = await ChatGround.NewAsync(app.Database);
        var root = await ground.SayAsync("root");
        var (left, right) = (await ground.SayAsync("left", root), await ground.SayAsync("right", root));
        var below = await ground.SayAsync("below left", left);
        Done(await Branches.NameAsync(ground.UserId, right.Id, "Right"));
        Done(await Branches.NameAsync(ground.UserId, below.Id, "Below"));
        Done(await Branches.NameAsync(ground.UserId, left.Id, "Left"));
        Assert.Equal([("Left", 0, 0, null), ("Below", 1, 1, "Left"), ("Right", 0, 2, null)], await PlacesAsync(ground));
    }

    [Fact]
    public async Task A_point_has_one_name_and_naming_it_again_renames_it()
    {
        var ground = await ChatGround.NewAsync(app.Database);
        var said = await ground.SayAsync("one");
        Done(await Branches.NameAsync(ground.UserId, said.Id, "  Hope\n again ", 3));
        Done(await Branches.NameAsync(ground.UserId, said.Id, "Fear"));
        var branch = Assert.Single(await Branches.ListAsync(ground.UserId, ground.Id));
        Assert.Equal(("Fear", 3), (branch.Title, (int)branch.Color));
        Done(await Branches.NameAsync(ground.UserId, said.Id, "Fear", 6));
        Assert.Equal(6, (await Branches.FindAsync(ground.UserId, said.Id))!.Color);
    }

    [Theory]
    [InlineData("", 1, "name first")]
    [InlineData(" \n ", 1, "name first")]
    [InlineData("101", 1, "at most 100")]
    [InlineData("Fine", 7, "1 to 6")]
    [InlineData("Fine", 0, "1 to 6")]
    public async Task A_name_has_its_rules(string title, int color, string sentence)
    {
        var ground = await ChatGround.NewAsync(app.Database);
        var said = await ground.SayAsync("one");
        var result = await Branches.NameAsync(ground.UserId, said.Id, title == "101" ? new string('x', 101) : title, color);
        Assert.Contains(sentence, Assert.IsType<ChatResult.Refused>(result).Sentence, StringComparison.Ordinal);
        Assert.Empty(await Branches.ListAsync(ground.UserId, ground.Id));
    }

    [Fact]
    public async Task Another_persons_points_are_not_there()
    {
        var (ground, stranger) = (await ChatGround.NewAsync(app.Database), await app.Database.AddPersonAsync());
        var said = await ground.SayAsync("one");
        Done(await Branches.NameAsync(ground.UserId, said.Id, "Mine"));
        Assert.IsType<ChatResult.NotFound>(await Branches.NameAsync(stranger, said.Id, "Theirs"));
        Assert.IsType<ChatResult.NotFound>(await Branches.DeleteAsync(stranger, said.Id));
        Assert.IsType<ChatResult.NotFound>(await Branches.RestoreAsync(stranger, (await Branches.FindAsync(ground.UserId, said.Id))!));
        Assert.Empty(await Branches.ListAsync(stranger, ground.Id));
        Assert.Null(await Branches.FindAsync(stranger, said.Id));
        Assert.Equal("Mine", Assert.Single(await Branches.ListAsync(ground.UserId, ground.Id)).Title);
    }

    [Fact]
    public async Task Five_hundred_names_are_as_many_as_there_may_be()
    {
        var ground = await ChatGround.NewAsync(app.Database);
        var last = await ground.ChainAsync(501);
        await using (var db = app.Database.CreateDbContext())
        {
            var messages = db.Messages.Where(message => message.ConversationId == ground.Id).OrderBy(message => message.Depth).Select(message => message.Id).Take(500).ToList();
            db.AddRange(messages.Select((id, at) => new StoryBranch { Id = Guid.CreateVersion7(), UserId = ground.UserId, ConversationId = ground.Id, MessageId = id, Title = "x", Color = 1, Depth = 0, BranchOrder = at, CreatedAt = DateTimeOffset.UnixEpoch }));
            await db.SaveChangesAsync();
        }
        Assert.Contains("500", Assert.IsType<ChatResult.Refused>(await Branches.NameAsync(ground.UserId, last.Id, "One more")).Sentence, StringComparison.Ordinal);
        Done(await Branches.DeleteAsync(ground.UserId, (await Branches.ListAsync(ground.UserId, ground.Id))[7].MessageId));
        Done(await Branches.NameAsync(ground.UserId, last.Id, "One more"));
        Assert.Equal(499, (await Branches.FindAsync(ground.UserId, last.Id))!.Depth);
    }

    [Fact]
    public async Task A_deleted_message_hides_its_name_and_brings_it_back()
    {
        var ground = await ChatGround.NewAsync(app.Database);
        var said = await ground.SayAsync("two", await ground.SayAsync("one"));
        Done(await Branches.NameAsync(ground.UserId, said.Id, "Hope"));
        var tree = _scope.ServiceProvider.GetRequiredService<TreeService>();
        Done(await tree.DeleteAsync(ground.UserId, said.Id));
        Assert.Empty(await Branches.ListAsync(ground.UserId, ground.Id));
        Assert.IsType<ChatResult.NotFound>(await Branches.NameAsync(ground.UserId, said.Id, "Ghost"));
        Done(await tree.RestoreAsync(ground.UserId, said.Id));
        Assert.Equal("Hope", Assert.Single(await Branches.ListAsync(ground.UserId, ground.Id)).Title);
    }

    [Fact]
    public async Task Named_by_many_at_once_a_point_has_one_name()
    {
        var ground = await ChatGround.NewAsync(app.Database);
        var said = await ground.SayAsync("one");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            Done(await scope.ServiceProvider.GetRequiredService<StoryBranchService>().NameAsync(ground.UserId, said.Id, $"Name {number}"));
        }));
        Assert.Single(await Branches.ListAsync(ground.UserId, ground.Id));
    }

    public void Dispose() => _scope.Dispose();

    private static void Done(ChatResult result) => Assert.IsType<ChatResult.Done>(result);

    private async Task<List<(string Title, int Depth, int Order, string? Parent)>> PlacesAsync(ChatGround ground)
    {
        var branches = await Branches.ListAsync(ground.UserId, ground.Id);
        return [.. branches.Select(branch => (branch.Title, branch.Depth, branch.BranchOrder, branches.FirstOrDefault(other => other.Id == branch.ParentId)?.Title))];
    }
}
