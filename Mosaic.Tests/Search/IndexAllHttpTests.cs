using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Search;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai.Offline;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Search;

/// <summary>All memos in the index of meaning, begun, stopped and begun again.</summary>
public sealed class IndexAllHttpTests(TestCluster cluster) : IAsyncLifetime
{
    private const int Memos = 700;

    private readonly IndexGround _ground = new(cluster);

    public ValueTask InitializeAsync() => _ground.InitializeAsync();

    public ValueTask DisposeAsync() => _ground.DisposeAsync();

    [Fact]
    public async Task What_the_model_has_not_placed_is_placed_with_its_progress_shown_and_what_others_placed_stays()
    {
        var (bob, cleo) = (_ground.App.Person("bob").Id, _ground.App.Person("cleo").Id);
        var other = await OtherModelsAsync(bob);
        await WriteManyAsync(bob, Memos);
        var cleos = await _ground.WriteAsync(cleo, "The only memo of cleo.");
        var (kept, trashed, blank) = (await _ground.WriteAsync(cleo, "Kept."), await _ground.WriteAsync(cleo, "Trashed."), await _ground.WriteAsync(cleo, " \n"));
        await _ground.ChangeAsync(kept, memo => memo.AiExcluded = true);
        await _ground.ChangeAsync(trashed, memo => memo.DeletedAt = _ground.App.Clock.GetUtcNow());
        Assert.Equal((0, Memos + 3), Of(await StateAsync(), blankIsIndexed: 1));

        var shown = new List<double>();
        Assert.Equal(JobResult.Done, await _ground.IndexAllAsync((progress, _) =>
        {
            lock (shown) shown.Add(progress);
            return Task.CompletedTask;
        }));
        Assert.True(shown.Count >= 3, "Nobody sees how far it is.");
        Assert.Equal(1, shown.Max());
        Assert.True((await StateAsync()).IsComplete);
        Assert.Single(await _ground.VectorsAsync(cleos));
        foreach (var memo in new[] { kept, trashed, blank }) Assert.Empty(await _ground.PassagesAsync(memo));
        Assert.Equal(Memos + 2, await _ground.AskAsync<long>($"SELECT count(*) FROM passage_embeddings WHERE model = '{OfflineEmbedding.Model}'"));
        Assert.Equal([0], (await _ground.VectorsAsync(other, "older")).Keys);
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_goes_on_where_it_was()
    {
        await WriteManyAsync(_ground.App.Person("bob").Id, Memos * 3);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _ground.IndexAllAsync((_, _) => stop.CancelAsync(), stop.Token));
        var placed = await _ground.AskAsync<long>("SELECT count(*) FROM passage_embeddings");
        Assert.InRange(placed, 1, (Memos * 3) - 1);
        var last = await _ground.AskAsync<DateTime>("SELECT max(updated_at) FROM passage_embeddings");
        Assert.Equal(JobResult.Done, await _ground.IndexAllAsync());
        Assert.Equal(Memos * 3, await _ground.AskAsync<long>("SELECT count(*) FROM passage_embeddings"));
        Assert.Equal(placed, await _ground.AskAsync<long>($"SELECT count(*) FROM passage_embeddings WHERE updated_at <= '{last:O}'"));
        var texts = await _ground.AskAsync<long>("SELECT count(*) FROM turn_sources");
        await _ground.IndexAllAsync();
        Assert.Equal(texts, await _ground.AskAsync<long>("SELECT count(*) FROM turn_sources"));
    }

    [Fact]
    public async Task Saving_a_memo_has_it_placed_by_the_workers()
    {
        await using var app = await new MosaicApp(cluster).StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var (bob, memo) = (app.Person("bob").Id, Guid.CreateVersion7());
        Assert.IsType<Web.Features.Memos.SaveResult.Saved>(await scope.ServiceProvider.GetRequiredService<Web.Features.Memos.MemoService>()
            .SaveAsync(bob, new Web.Features.Memos.MemoEdit(memo, "The lamp hums while it rains.", [], null, 0)));
        await Jobs.Until.TrueAsync(async () =>
        {
            await using var db = app.Database.CreateDbContext();
            return db.PassageEmbeddings.Any(row => row.SourceId == memo);
        });
    }

    private static (int Indexed, int Memos) Of(IndexState state, int blankIsIndexed) => (state.Indexed - blankIsIndexed, state.Memos);

    private async Task<IndexState> StateAsync()
    {
        await using var scope = _ground.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Reindexing>().StateAsync();
    }

    /// <summary>A memo that another model placed before.</summary>
    private async Task<Guid> OtherModelsAsync(Guid userId)
    {
        var memo = await _ground.WriteAsync(userId, "Old.");
        var passage = new PassageText(0, "Old.");
        await using var db = _ground.App.Database.CreateDbContext();
        await db.WritePassagesAsync(userId, "memo", [new SourcePassages(memo, [passage])], CancellationToken.None);
        await db.WriteVectorsAsync(userId, "openai-compatible", "older", [new PlacedPassage("memo", memo, 0, passage.Hash, [1, 0, 0])], _ground.App.Clock.GetUtcNow(), CancellationToken.None);
        return memo;
    }

    private async Task WriteManyAsync(Guid userId, int count)
    {
        await using var command = _ground.App.Database.Source.CreateCommand(
            """
            INSERT INTO memos (id, user_id, content, created_at, updated_at)
            SELECT gen_random_uuid(), $1, 'Memo ' || number || ' about rain and lamps.', now(), now() FROM generate_series(1, $2) AS number
            """);
        command.Parameters.Add(new() { Value = userId });
        command.Parameters.Add(new() { Value = count });
        await command.ExecuteNonQueryAsync();
    }
}
