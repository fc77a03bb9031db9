using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Search;

/// <summary>One memo in the index of meaning, from its first text to its end.</summary>
public sealed class IndexMemoHttpTests(IndexGround ground) : IClassFixture<IndexGround>
{
    private const int Length = 2_600;

    private Guid Bob => ground.App.Person("bob").Id;

    [Fact]
    public async Task A_memo_is_cut_and_each_passage_has_a_place_of_length_one()
    {
        var memo = await ground.WriteAsync(Bob, Text("lamp", Length));
        Assert.Equal(JobResult.Done, await ground.IndexAsync(Bob, memo));
        var passages = await ground.PassagesAsync(memo);
        Assert.Equal(PassageCutter.Cut(Text("lamp", Length)), passages.Select(passage => passage.Text));
        Assert.Equal(passages.Select(passage => passage.Position), (await ground.VectorsAsync(memo)).Keys);
        var norms = await ground.AskAsync<double[]>($"SELECT array_agg(l2_norm(embedding)) FROM passage_embeddings WHERE source_id = '{memo}'");
        // A half-precision number keeps eleven bits.
        Assert.All(norms, norm => Assert.Equal(1, norm, 0.001));
        Assert.True(await ground.AskAsync<bool>($"SELECT bool_and(vector_dims(embedding) = 384 AND dimensions = 384) FROM passage_embeddings WHERE source_id = '{memo}'"));
    }

    [Fact]
    public async Task What_did_not_change_is_not_placed_again_and_what_changed_leaves_nothing_behind()
    {
        var memo = await ground.WriteAsync(Bob, Text("rain", Length));
        await ground.IndexAsync(Bob, memo);
        var (passages, before, calls) = (await ground.PassagesAsync(memo), await ground.VectorsAsync(memo), await CallsAsync());
        await ground.IndexAsync(Bob, memo);
        Assert.Equal(calls, await CallsAsync());
        Assert.Equal(before, await ground.VectorsAsync(memo));

        await ground.ChangeAsync(memo, memo => memo.Content += " And now it stopped.");
        await ground.IndexAsync(Bob, memo);
        var (after, last) = (await ground.VectorsAsync(memo), passages.Count - 1);
        Assert.Equal(before.Where(vector => vector.Key != last), after.Where(vector => vector.Key != last));
        Assert.True(after[last] > before[last]);
        Assert.EndsWith("And now it stopped.", (await ground.PassagesAsync(memo))[last].Text, StringComparison.Ordinal);

        await ground.ChangeAsync(memo, memo => memo.Content = "Short.");
        await ground.IndexAsync(Bob, memo);
        Assert.Equal("Short.", Assert.Single(await ground.PassagesAsync(memo)).Text);
        Assert.Equal([0], (await ground.VectorsAsync(memo)).Keys);
        Assert.Equal(1, await ground.AskAsync<long>($"SELECT count(*) FROM passage_embeddings WHERE source_id = '{memo}'"));
    }

    [Fact]
    public async Task A_memo_whose_text_is_gone_leaves_the_index()
    {
        var memo = await ground.WriteAsync(Bob, "Only words.");
        await ground.IndexAsync(Bob, memo);
        await ground.ChangeAsync(memo, memo => memo.Content = " \n ");
        await ground.IndexAsync(Bob, memo);
        Assert.Empty(await ground.PassagesAsync(memo));
    }

    [Theory]
    [InlineData("kept from AI")]
    [InlineData("in the trash")]
    [InlineData("another's")]
    public async Task What_may_not_be_read_is_not_placed(string why)
    {
        var memo = await ground.WriteAsync(Bob, "A secret.");
        await ground.ChangeAsync(memo, memo => (memo.AiExcluded, memo.DeletedAt) = (why == "kept from AI", why == "in the trash" ? ground.App.Clock.GetUtcNow() : null));
        var calls = await CallsAsync();
        Assert.NotEqual(JobResult.Done, await ground.IndexAsync(why == "another's" ? ground.App.Person("cleo").Id : Bob, memo));
        Assert.Empty(await ground.PassagesAsync(memo));
        Assert.Equal(calls, await CallsAsync());
    }

    [Fact]
    public async Task Keeping_a_memo_from_AI_takes_what_was_placed()
    {
        var memo = await ground.WriteAsync(Bob, "A secret of tomorrow.");
        await ground.IndexAsync(Bob, memo);
        Assert.NotEmpty(await ground.PassagesAsync(memo));
        await using var scope = ground.App.Services.CreateAsyncScope();
        Assert.IsType<SaveResult.Saved>(await scope.ServiceProvider.GetRequiredService<MemoService>().SaveAsync(Bob, new MemoEdit(memo, null, null, AiExcluded: true, 1)));
        Assert.Empty(await ground.PassagesAsync(memo));
        Assert.Empty(await ground.VectorsAsync(memo));
    }

    [Fact]
    public async Task A_purged_memo_takes_passages_vectors_and_prompts_along_and_leaves_those_of_others()
    {
        var (gone, stays) = (await ground.WriteAsync(Bob, "Gone."), await ground.WriteAsync(Bob, "Stays."));
        foreach (var memo in new[] { gone, stays })
        {
            await ground.IndexAsync(Bob, memo);
            await ground.AskAsync<int>(
                $"""
                WITH turn AS (SELECT turn_id FROM turn_sources WHERE source_id = '{memo}'),
                  kept AS (INSERT INTO turn_prompts SELECT turn_id, '{Bob}', 'What is it about?', now() FROM turn)
                SELECT 1
                """);
        }
        await using var db = ground.App.Database.CreateDbContext();
        await db.Memos.Where(memo => memo.Id == gone).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0L, 0L, 0L), await LeftAsync(gone));
        Assert.Equal((1L, 1L, 1L), await LeftAsync(stays));

        async Task<(long, long, long)> LeftAsync(Guid memo) => (
            await ground.AskAsync<long>($"SELECT count(*) FROM passages WHERE source_id = '{memo}'"),
            await ground.AskAsync<long>($"SELECT count(*) FROM passage_embeddings WHERE source_id = '{memo}'"),
            await ground.AskAsync<long>($"SELECT count(*) FROM turn_prompts WHERE turn_id IN (SELECT turn_id FROM turn_sources WHERE source_id = '{memo}')"));
    }

    [Fact]
    public async Task A_vector_of_a_text_that_changed_meanwhile_is_left_out()
    {
        var memo = await ground.WriteAsync(Bob, "Before.");
        await ground.IndexAsync(Bob, memo);
        await using var db = ground.App.Database.CreateDbContext();
        await WriteAsync("another", new PassageText(0, "Another.").Hash);
        Assert.Empty(await ground.VectorsAsync(memo, "another"));
        await WriteAsync("late", new PassageText(0, "Before.").Hash);
        Assert.Equal([0], (await ground.VectorsAsync(memo, "late")).Keys);
        await ground.ChangeAsync(memo, memo => memo.Content = "After.");
        await ground.IndexAsync(Bob, memo);
        Assert.Empty(await ground.VectorsAsync(memo, "late"));
        Assert.False(await IsLockedAsync(db, memo, 1));
        Assert.True(await IsLockedAsync(db, memo, 2));

        Task WriteAsync(string model, string hash) => db.WriteVectorsAsync(
            Bob, "openai-compatible", model, [new PlacedPassage("memo", memo, 0, hash, [0.6f, 0.8f])], ground.App.Clock.GetUtcNow(), TestContext.Current.CancellationToken);

        async Task<bool> IsLockedAsync(Data.MosaicDb db, Guid memo, int revision) => (await db.LockForIndexAsync(Bob, [memo], [revision], TestContext.Current.CancellationToken)).Count == 1;
    }

    private Task<long> CallsAsync() => ground.AskAsync<long>("SELECT count(*) FROM turn_metrics WHERE purpose = 'embedding'");

    private static string Text(string word, int length)
    {
        var text = string.Concat(Enumerable.Range(0, length / 20).Select(number => $"The {word} of day {number} hums. "));
        return text[..length];
    }
}
