using Microsoft.EntityFrameworkCore;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>Switching "keep from AI" on removes what was made of a memo, and what comes later is not written.</summary>
public sealed class ForgettingHttpTests(AiHouse house) : MemoHouseTest(house)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_that_models_made_of_it_goes_at_once(bool byTheShelf)
    {
        await PointAllAsync();
        var user = await House.PersonAsync();
        var (memo, other) = (await WriteAsync(user, LongText), await WriteAsync(user, LongText + " Once more."));
        await House.WorkIsDoneAsync(user);
        var answer = await House.Gateway.AskAsync(Question(user, "what did I see?") with { Sources = [new AiSource("memo", memo, LongText)] });
        var (before, others) = (await TracesAsync(memo), await TracesAsync(other));
        // Two summaries, a note, a passage and its place, and three prompts.
        Assert.Equal((8, 7), (before, others));
        await KeepAsync(user, memo, byTheShelf);
        Assert.Equal((0, others), (await TracesAsync(memo), await TracesAsync(other)));
        // That there was a call, and what it took, stays.
        Assert.Contains(await House.TurnsAsync(user), turn => turn.Id == answer.TurnId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_model_still_says_about_it_is_not_written(bool byTheShelf)
    {
        await PointAllAsync();
        Stub.TokensPerSecond = 3;
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, LongText);
        // Tags, the summary and the embedding are all under way.
        await Eventually.HoldsAsync(() => Stub.Answering == 3);
        await KeepAsync(user, memo, byTheShelf);
        Stub.TokensPerSecond = 0;
        await House.WorkIsDoneAsync(user);
        Assert.Equal(0, await TracesAsync(memo));
        Assert.Empty((await MemoAsync(memo)).Tags);
        Assert.All(await House.JobsAsync(user), job => Assert.Equal("skipped", job.Status));
    }

    [Fact]
    public async Task A_call_that_begins_in_the_very_moment_leaves_no_prompt_and_sends_nothing()
    {
        await House.PointAsync(AiPurpose.Chat);
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, "short");
        await House.WorkIsDoneAsync(user);
        Stub.Clear();
        // The switch is on its way in a transaction that has not ended.
        await using var db = House.App.Database.CreateDbContext();
        await using var switching = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE memos SET ai_excluded = true WHERE id = {memo}");
        var asking = House.Gateway.AskAsync(new AiRequest(AiPurpose.Summary, user) { Instructions = "Sum up.", Sources = [new AiSource("memo", memo, Written)] });
        await Eventually.HoldsAsync(async () => asking.IsCompleted || await House.ValueAsync<int>(
            $"""SELECT count(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""") > 0);
        await db.Database.ExecuteSqlAsync($"SELECT forget_readings(ARRAY[{memo}])");
        await switching.CommitAsync();
        Assert.Equal(AiFault.KeptFromAi, (await Assert.ThrowsAsync<AiException>(() => asking)).Fault);
        Assert.Empty(Stub.Calls);
        Assert.Equal(0, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM turn_prompts WHERE user_id = {user}"""));
    }

    [Fact]
    public async Task Deleting_for_good_removes_it_too()
    {
        await PointAllAsync();
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, LongText);
        await House.WorkIsDoneAsync(user);
        Assert.NotEqual(0, await TracesAsync(memo));
        await House.Get<MemoShelf>().TrashAsync(user, [memo]);
        await House.Get<MemoShelf>().PurgeAsync(user, [memo]);
        Assert.Equal(0, await TracesAsync(memo));
    }

    private async Task KeepAsync(Guid user, Guid memo, bool byTheShelf)
    {
        if (byTheShelf) Assert.Equal([memo], await House.Get<MemoShelf>().KeepFromAiAsync(user, [memo], excluded: true));
        else Assert.IsType<SaveResult.Saved>(await Memos.SaveAsync(user, new MemoEdit(memo, null, null, true, 1)));
    }
}
