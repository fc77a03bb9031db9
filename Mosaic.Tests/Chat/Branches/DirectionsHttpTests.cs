using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Chat;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Chat.Tree;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Chat.Branches;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Chat.Branches;

/// <summary>From three directions to three answers.</summary>
public sealed class DirectionsHttpTests(AiHouse house) : AiHouseTest(house)
{
    private static readonly string[] Three = ["Warmer", "Colder", "To the sea"];

    private DirectionService Directions => House.Get<DirectionService>();

    [Fact]
    public async Task Without_a_model_the_usual_three_are_offered_and_it_is_said()
    {
        var (ground, _, answer) = await TalkAsync();
        var proposed = (await Directions.ProposeAsync(ground.UserId, answer.Id))!;
        Assert.True(proposed.IsOffline);
        Assert.Equal(["More about how it feels", "A practical next step", "The opposite view"], proposed.Directions);
    }

    [Fact]
    public async Task A_model_reads_the_talk_up_to_what_is_answered_and_proposes_three()
    {
        var (ground, _, answer) = await TalkAsync();
        await House.PointAsync(AiPurpose.Chat, change: edit => edit with { TimeoutSeconds = 30 });
        Stub.Answer("""["Wade in", "Stay dry", "Ask the heron"]""");
        var proposed = (await Directions.ProposeAsync(ground.UserId, answer.Id))!;
        Assert.Equal((false, "Wade in|Stay dry|Ask the heron"), (proposed.IsOffline, string.Join('|', proposed.Directions)));
        var sent = string.Concat(Stub.Calls.Select(call => call.Body));
        Assert.Contains(Written, sent, StringComparison.Ordinal);
        Assert.DoesNotContain("The answer so far", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_makes_no_list_or_fails_is_replaced_by_the_usual_three()
    {
        var (ground, said, _) = await TalkAsync();
        await House.PointAsync(AiPurpose.Chat, change: edit => edit with { TimeoutSeconds = 30 });
        Stub.Answer("I would rather not.");
        Assert.True((await Directions.ProposeAsync(ground.UserId, said.Id))!.IsOffline);
        Stub.Fault = StubFault.Status500;
        Assert.Equal(3, (await Directions.ProposeAsync(ground.UserId, said.Id))!.Directions.Count);
    }

    [Fact]
    public async Task Three_directions_become_three_answers_that_are_all_written_each_with_its_branch()
    {
        var (ground, said, answer) = await TalkAsync();
        await House.PointAsync(AiPurpose.Chat, change: edit => edit with { TimeoutSeconds = 30 });
        Stub.AnswerWith(call => Three.Where(direction => call.Body.Contains(direction, StringComparison.Ordinal)) is var found && found.Count() == 1 ? $"An answer that goes {found.Single()}" : "lost");
        var done = Assert.IsType<ChatResult.Done>(await Directions.WriteAsync(ground.UserId, answer.Id, Three));
        var answers = await WrittenAsync(said.Id, 4);
        Assert.Equal(["The answer so far", .. Three.Select(direction => $"An answer that goes {direction}")], answers.Select(one => one.Content));
        Assert.Equal([null, .. Three], answers.Select(one => one.Metadata.Direction));
        Assert.All(answers, one => Assert.Equal((said.Id, 1), (one.ParentId!.Value, one.Depth)));
        Assert.Equal((answers[1].Id, answers[1].Id), (done.MessageId!.Value, (await ground.ActiveAsync())!.Value));
        var branches = await House.Get<StoryBranchService>().ListAsync(ground.UserId, ground.Id);
        Assert.Equal(answers.Skip(1).Select(one => one.Id), branches.Select(branch => branch.MessageId));
        Assert.Equal([("Warmer", "Warmer", 1, 1), ("Colder", "Colder", 2, 2), ("To the sea", "To the sea", 3, 3)], branches.Select(branch => (branch.Title, branch.UserDirection!, branch.GenerationParams.Number!.Value, (int)branch.Color)));
        Assert.Equal(5, await House.ValueAsync<int>($"""SELECT message_count AS "Value" FROM conversations WHERE id = {ground.Id}"""));
    }

    [Fact]
    public async Task Behind_what_a_person_said_they_are_its_answers_and_the_offline_helper_writes_them_too()
    {
        var (ground, said, answer) = await TalkAsync();
        var asked = await ground.SayAsync("And the frog?", answer);
        Assert.IsType<ChatResult.Done>(await Directions.WriteAsync(ground.UserId, asked.Id, ["  One \0", "", "Two"]));
        var answers = await WrittenAsync(asked.Id, 2);
        Assert.All(answers, one => Assert.Equal((MessageState.Complete, AiProviders.Offline, 3), (one.State, one.Provider, one.Depth)));
        Assert.All(answers, one => Assert.NotEmpty(one.Content));
        Assert.Equal(["One", "Two"], answers.Select(one => one.Metadata.Direction));
        Assert.Single(await WrittenAsync(said.Id, 1));
    }

    [Fact]
    public async Task Long_directions_have_a_short_title_and_too_long_or_too_many_are_refused()
    {
        var (ground, said, _) = await TalkAsync();
        var text = string.Concat(Enumerable.Repeat("on and on ", 200));
        await RefusedAsync([], "at least one");
        await RefusedAsync([" ", "\0"], "at least one");
        await RefusedAsync(["1", "2", "3", "4"], "At most 3");
        await RefusedAsync([text + "and on"], "2,000");
        Assert.IsType<ChatResult.Done>(await Directions.WriteAsync(ground.UserId, said.Id, [text]));
        var branch = Assert.Single(await House.Get<StoryBranchService>().ListAsync(ground.UserId, ground.Id));
        Assert.InRange(branch.Title.Length, 30, 61);
        Assert.EndsWith("…", branch.Title, StringComparison.Ordinal);
        Assert.Equal(text.Trim(), branch.UserDirection);
        await WrittenAsync(said.Id, 2);

        async Task RefusedAsync(string[] directions, string sentence) =>
            Assert.Contains(sentence, Assert.IsType<ChatResult.Refused>(await Directions.WriteAsync(ground.UserId, said.Id, directions)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_persons_talk_is_neither_read_nor_answered()
    {
        var (ground, said, answer) = await TalkAsync();
        var stranger = await House.PersonAsync();
        Assert.Null(await Directions.ProposeAsync(stranger, answer.Id));
        Assert.IsType<ChatResult.NotFound>(await Directions.WriteAsync(stranger, answer.Id, ["Mine"]));
        Assert.Single(await WrittenAsync(said.Id, 1));
        Assert.Empty(await House.Get<StoryBranchService>().ListAsync(ground.UserId, ground.Id));
    }

    private async Task<(ChatGround Ground, Message Said, Message Answer)> TalkAsync()
    {
        var ground = await ChatGround.NewAsync(House.App.Database, await House.PersonAsync());
        var said = await ground.SayAsync(Written);
        return (ground, said, await ground.SayAsync("The answer so far", said));
    }

    /// <summary>What answers a message, oldest first, once there are so many and none is being written.</summary>
    private async Task<List<Message>> WrittenAsync(Guid parent, int count)
    {
        var answers = new List<Message>();
        await Eventually.HoldsAsync(async () =>
        {
            await using var db = House.App.Database.CreateDbContext();
            answers = await db.Messages.AsNoTracking().Where(message => message.ParentId == parent).OrderBy(message => message.CreatedAt).ToListAsync();
            return answers.Count == count && answers.TrueForAll(message => message.State != MessageState.Streaming);
        });
        return answers;
    }
}
