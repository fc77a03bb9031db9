using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.Ai;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>A house without a provider is a whole house.</summary>
public sealed class OfflineStepsHttpTests(AiHouse house) : MemoHouseTest(house)
{
    private const string Text =
        """
        The garden needed water after the long dry week, so I carried the can to the roses twice before breakfast.
        Roses in the garden are thirsty; the garden soil was dust. I planted two more roses beside the garden wall and watered the garden again.
        In the evening the garden smelled of wet earth and roses, and the neighbours asked what I feed my roses with.
        """;

    [Fact]
    public async Task Tags_a_summary_and_a_place_come_from_the_offline_helper_and_say_so()
    {
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, Text);
        await House.WorkIsDoneAsync(user);
        var made = (await MadeAsync(memo))!;
        Assert.NotEmpty(made.ProposedTags);
        Assert.NotEmpty((await MemoAsync(memo)).AiSummary!);
        Assert.Equal((AiProviders.Offline, AiProviders.Offline), (made.TagsProvider, made.SummaryProvider));
        Assert.Equal("offline hashed-words-1 384", await House.ValueAsync<string>(
            $"""SELECT provider || ' ' || model || ' ' || vector_dims(embedding) AS "Value" FROM passage_embeddings WHERE source_id = {memo}"""));
        Assert.All(await House.JobsAsync(user), job => Assert.Equal("done", job.Status));
        var turns = await House.TurnsAsync(user);
        Assert.Equal(["embedding", "summary", "tags"], turns.Select(turn => turn.Purpose).Order());
        Assert.All(turns, turn => Assert.True(turn is { Provider: AiProviders.Offline, Outcome: "ok", InputTokens: 0, OutputTokens: 0, Cost: null }));
        Assert.Empty(Stub.Calls);
        Assert.Equal(0, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM turn_prompts WHERE user_id = {user}"""));
    }

    [Fact]
    public async Task What_a_person_refused_is_not_proposed_again_when_the_memo_comes_out_of_the_trash()
    {
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, Text);
        await House.WorkIsDoneAsync(user);
        var summary = (await MadeAsync(memo))!.SummaryTurnId;
        Assert.NotEmpty(await House.Get<TagProposals>().DismissAsync(user, memo));
        await House.Get<MemoShelf>().TrashAsync(user, [memo]);
        await House.Get<MemoShelf>().RestoreAsync(user, [memo]);
        await House.WorkIsDoneAsync(user);
        Assert.Empty((await MadeAsync(memo))!.ProposedTags);
        Assert.Equal(summary, (await MadeAsync(memo))!.SummaryTurnId);
        Assert.Contains(await House.JobsAsync(user), job => job is { Kind: "memo.tags", Status: "skipped" });
    }
}
