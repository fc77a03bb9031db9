using Mosaic.Bench.Oracle;
using Mosaic.Bench.Rows;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Ai.Offline;
using Npgsql;

namespace Mosaic.Tests.Bench;

/// <summary>A house small enough for a test, with its index, and what must be found in it.</summary>
public sealed class OracleDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly House Small = House.Of(new Scale("tiny", 1_000));

    [Fact]
    public async Task Two_exact_ways_find_the_same_in_a_filled_house()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using (var connection = await OpenAsync())
        {
            await new Filling(connection, Small).RunAsync(cancellationToken);
            await new IndexFilling(connection, Small).RunAsync(cancellationToken);
        }
        var person = Small.Largest;
        var vectors = await PersonVectors.ReadAsync(database.Source, person.Id, OfflineEmbedding.Model, OfflineEmbedding.Dimensions, cancellationToken);
        Assert.InRange(vectors.Count, person.MemoCount, 2 * person.MemoCount);
        foreach (var memo in new[] { 3, 50, 99 })
        {
            var asked = OfflineEmbedding.Embed(MemoText.Of(person, Voice.Of(person), memo)[..40]);
            var (exact, fast) = (await ExactScan.NearestAsync(database.Source, person.Id, OfflineEmbedding.Model, asked, 10, cancellationToken), vectors.Nearest(asked, 10));
            Assert.Equal((10, 1), (exact.Count, Truth.Recall(fast, exact)));
            Assert.All(exact.Zip(fast), pair => Assert.Equal(pair.First.Distance, pair.Second.Distance, 3));
        }
        await using var missing = database.Source.CreateCommand("SELECT count(*) FROM memos WHERE NOT EXISTS (SELECT FROM passage_embeddings WHERE source_id = memos.id)");
        Assert.Equal(0L, await missing.ExecuteScalarAsync(cancellationToken));
    }

    private ValueTask<NpgsqlConnection> OpenAsync() => database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
}
