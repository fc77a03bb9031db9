using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>From saving a memo to what a provider made of it.</summary>
public sealed class MemoStepsHttpTests(AiHouse house) : MemoHouseTest(house)
{
    [Theory]
    [InlineData("""["birds","morning"]""", "birds morning")]
    [InlineData("```json\n[\"birds\"]\n```", "birds")]
    [InlineData("""Gladly: ["birds"] fits best.""", "birds")]
    [InlineData("birds and mornings", "")]
    [InlineData("""["a b c!","#","12,5","",null]""", "")]
    public async Task Tags_are_proposed_out_of_whatever_the_model_says(string says, string expected)
    {
        await PointAllAsync(tags: says);
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, Written);
        await House.WorkIsDoneAsync(user);
        var made = (await MadeAsync(memo))!;
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), made.ProposedTags);
        Assert.Equal((1, AiProviders.OpenAiCompatible), (made.TagsRevision, made.TagsProvider));
        Assert.Empty((await MemoAsync(memo)).Tags);
    }

    [Fact]
    public async Task Of_fifty_tags_three_are_proposed()
    {
        await PointAllAsync(tags: $"[{string.Join(',', Enumerable.Range(1, 50).Select(number => $"\"tag-{number}\""))}]");
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, Written);
        await House.WorkIsDoneAsync(user);
        Assert.Equal(["tag-1", "tag-2", "tag-3"], (await MadeAsync(memo))!.ProposedTags);
    }

    [Fact]
    public async Task Who_wants_that_has_them_put_on_at_once()
    {
        await PointAllAsync(tags: """["birds","morning"]""");
        var user = await House.PersonAsync();
        await House.WishAsync(user, wishes => wishes.AppliesTags = true);
        var memo = await WriteAsync(user, Written);
        await House.WorkIsDoneAsync(user);
        Assert.Equal(["birds", "morning"], (await MemoAsync(memo)).Tags);
        Assert.Empty((await MadeAsync(memo))!.ProposedTags);
    }

    [Fact]
    public async Task Who_does_not_want_it_gets_neither_tags_nor_a_summary()
    {
        await PointAllAsync();
        var user = await House.PersonAsync();
        await House.WishAsync(user, wishes => (wishes.AutoTag, wishes.AutoSummary) = (false, false));
        await WriteAsync(user, LongText);
        await House.WorkIsDoneAsync(user);
        Assert.DoesNotContain(Stub.Calls, call => call.IsChat);
    }

    [Fact]
    public async Task A_long_memo_is_summed_up_and_every_memo_has_its_place()
    {
        await PointAllAsync();
        Stub.Dimensions = 24;
        var user = await House.PersonAsync();
        var (memo, brief) = (await WriteAsync(user, LongText), await WriteAsync(user, "Brief."));
        await House.WorkIsDoneAsync(user);
        Assert.Equal("A heron, seen early.", (await MemoAsync(memo)).AiSummary);
        Assert.Equal("A heron, seen early.", await House.ValueAsync<string>($"""SELECT ai_summary AS "Value" FROM memo_revisions WHERE memo_id = {memo}"""));
        Assert.True(await MadeAsync(memo) is { SummaryRevision: 1, SummaryProvider: AiProviders.OpenAiCompatible, SummaryTurnId: not null });
        Assert.Null((await MemoAsync(brief)).AiSummary);
        foreach (var id in new[] { memo, brief })
            Assert.Equal("openai-compatible stub-embed 24", await House.ValueAsync<string>(
                $"""SELECT provider || ' ' || model || ' ' || vector_dims(embedding) AS "Value" FROM passage_embeddings WHERE source_id = {id}"""));
    }

    [Fact]
    public async Task A_summary_that_is_too_long_is_cut_between_letters()
    {
        // 598 letters, then one that takes two places.
        await PointAllAsync(summary: new string('a', 598) + string.Concat(Enumerable.Repeat("🦩", 20)));
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, LongText);
        await House.WorkIsDoneAsync(user);
        Assert.Equal(new string('a', 598) + "…", (await MemoAsync(memo)).AiSummary);
        Assert.All(await House.JobsAsync(user), job => Assert.Equal("done", job.Status));
    }

    [Fact]
    public async Task What_was_made_of_an_older_text_is_dropped_and_the_newer_one_counts()
    {
        await PointAllAsync();
        Stub.AnswerWith(call =>
            call.SystemText.Contains("JSON array", StringComparison.Ordinal) ? call.PromptText.Contains("second", StringComparison.Ordinal) ? """["newer"]""" : """["older"]"""
            : call.PromptText.Contains("second", StringComparison.Ordinal) ? "The newer summary of it." : "The older summary of it.");
        Stub.TokensPerSecond = 3;
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, LongText);
        await Eventually.HoldsAsync(() => Stub.Answering == 3);
        await RewriteAsync(user, memo, LongText + " The second text.", from: 1);
        Stub.TokensPerSecond = 0;
        await House.WorkIsDoneAsync(user);
        var made = (await MadeAsync(memo))!;
        Assert.Equal(["newer"], made.ProposedTags);
        Assert.Equal((2, 2), (made.TagsRevision, made.SummaryRevision));
        Assert.Equal("The newer summary of it.", (await MemoAsync(memo)).AiSummary);
        Assert.Equal(0, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM memo_revisions WHERE memo_id = {memo} AND ai_summary LIKE '%older%'"""));
        Assert.Contains("The second text.", await House.ValueAsync<string>($"""SELECT text AS "Value" FROM passages WHERE source_id = {memo}"""), StringComparison.Ordinal);
        Assert.Equal(3, (await House.JobsAsync(user)).Count(job => job.Status == "skipped"));
    }

    [Fact]
    public async Task A_provider_in_trouble_leaves_the_memo_alone_and_the_work_for_later()
    {
        await PointAllAsync();
        Stub.Fault = StubFault.Status401;
        var user = await House.PersonAsync();
        var memo = await WriteAsync(user, LongText);
        await House.WorkIsDoneAsync(user);
        var jobs = await House.JobsAsync(user);
        Assert.All(jobs, job => Assert.Equal(("failed", 1), (job.Status, job.Attempts)));
        Assert.All(jobs, job => Assert.DoesNotContain("heron", job.LastError, StringComparison.Ordinal));
        Assert.Equal(0, await House.ValueAsync<int>($"""SELECT count(*)::int AS "Value" FROM passages WHERE source_id = {memo}"""));
        Assert.Null((await MemoAsync(memo)).AiSummary);
    }
}
