using Mosaic.Data.Search;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Search;

/// <summary>What is compared in memory is what the database would have said, also when the memory is old.</summary>
public sealed class PassageVectorsDataTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const int Dimensions = 8;
    private static readonly Guid Person = new("00000000-0000-7000-8000-000000000001");

    public async ValueTask InitializeAsync() => await ExecuteAsync(Rows);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_finds_what_the_database_finds()
    {
        var vectors = await ReadAsync();
        Assert.Equal(1200, vectors.Count);
        Assert.Equal(1200, await PassageVectors.CountAsync(database.Source, Person, "offline", "test", Dimensions, TestContext.Current.CancellationToken));
        var random = new Random(5);
        for (var time = 0; time < 50; time++) await AssertSameAsync(Question(random), vectors);
    }

    [Fact]
    public async Task What_is_gone_since_is_not_found_and_what_is_in_the_archive_is_not_either()
    {
        var vectors = await ReadAsync();
        var random = new Random(6);
        var first = Question(random);
        var before = (await SearchAsync(first, vectors)).Hits;
        await ExecuteAsync($"""
            DELETE FROM search_entries WHERE source_id = '{before[0].Id}';
            DELETE FROM passages WHERE source_id = '{before[1].Id}';
            UPDATE search_entries SET is_archived = true WHERE source_id = '{before[2].Id}';
            """);

        var after = await AssertSameAsync(first, vectors);

        Assert.Equal(before.Skip(3).Select(hit => hit.Id), after.Take(before.Count - 3).Select(hit => hit.Id));
        Assert.True(vectors.IsOutdated);
        for (var time = 0; time < 20; time++) await AssertSameAsync(Question(random), vectors);
        var anew = await ReadAsync();
        Assert.Equal(before.Skip(3).Select(hit => hit.Id), (await SearchAsync(first, anew)).Hits.Take(before.Count - 3).Select(hit => hit.Id));
        Assert.False(anew.IsOutdated);
    }

    [Fact]
    public async Task A_text_that_words_find_does_not_show_a_passage_that_is_gone()
    {
        var vectors = await ReadAsync();
        var question = Question(new Random(8));
        var kept = (await SearchAsync(question, vectors)).Hits[0].Id;
        await ExecuteAsync($"DELETE FROM passages WHERE source_id = '{kept}'; UPDATE search_entries SET words = search_words('quirl'), folded = 'quirl' WHERE source_id = '{kept}'");

        var hit = (await database.Source.SearchAsync(RequestOf(question, vectors) with { Terms = [new SearchTerm("quirl")] }, TestContext.Current.CancellationToken)).Hits.Single(hit => hit.Id == kept);

        Assert.Equal((1, null, null), (hit.WordsRank, hit.MeaningRank, hit.Cosine));
        Assert.True(vectors.IsOutdated);
    }

    [Fact]
    public async Task A_filter_is_for_the_database_alone()
    {
        var vectors = await ReadAsync();
        var request = RequestOf(Question(new Random(7)), vectors) with { Filter = new SearchFilter { IsArchived = false, Tags = ["third"] } };

        var found = await database.Source.SearchAsync(request, TestContext.Current.CancellationToken);

        Assert.NotEmpty(found.Hits);
        Assert.All(found.Hits, hit => Assert.Contains("third", hit.TagPaths));
    }

    private async Task<IReadOnlyList<FoundText>> AssertSameAsync(float[] question, PassageVectors vectors)
    {
        var (here, there) = (await SearchAsync(question, vectors), await SearchAsync(question, null));
        Assert.Equal(there.Hits.Select(hit => (hit.Id, hit.Position)), here.Hits.Select(hit => (hit.Id, hit.Position)));
        Assert.Equal((there.Total, there.IsMore), (here.Total, here.IsMore));
        foreach (var (one, other) in here.Hits.Zip(there.Hits)) Assert.Equal(other.Cosine!.Value, one.Cosine!.Value, 1e-5);
        return here.Hits;
    }

    private Task<FoundTexts> SearchAsync(float[] question, PassageVectors? vectors) => database.Source.SearchAsync(RequestOf(question, vectors), TestContext.Current.CancellationToken);

    private static SearchRequest RequestOf(float[] question, PassageVectors? vectors) => new(Person)
    {
        Limit = 20,
        Filter = new SearchFilter { IsArchived = false },
        Vector = new QueryVector("offline", "test", question, new CosineTrust(0.1, 0.1, 0.6)),
        Vectors = vectors,
    };

    private Task<PassageVectors> ReadAsync() => PassageVectors.ReadAsync(database.Source, Person, "offline", "test", Dimensions, expected: 0, TestContext.Current.CancellationToken);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static float[] Question(Random random)
    {
        float[] numbers = [.. Enumerable.Range(0, Dimensions).Select(_ => (float)random.NextDouble() - 0.5f)];
        var length = MathF.Sqrt(numbers.Sum(number => number * number));
        return Array.ConvertAll(numbers, number => number / length);
    }

    /// <summary>400 texts of three passages, and some of another person's and of another model.</summary>
    private const string Rows = """
        SELECT setseed(0.5);
        DELETE FROM passages;
        DELETE FROM search_entries;
        DELETE FROM users;
        INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, created_at, updated_at)
        SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'person' || n, 'PERSON' || n, n || '@example.org', n || '@EXAMPLE.ORG', '', '', now(), now()
        FROM generate_series(1, 2) AS n;
        INSERT INTO search_entries (user_id, source_kind, source_id, written_at, folded, words, tag_paths)
        SELECT ('00000000-0000-7000-8000-' || lpad((1 + n / 400)::text, 12, '0'))::uuid, 'memo', ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, now(), 'text', search_words('text'),
          CASE WHEN n % 3 = 0 THEN '{third}'::text[] ELSE '{}' END
        FROM generate_series(0, 499) AS n;
        INSERT INTO passages (user_id, source_kind, source_id, position, text, source_hash)
        SELECT user_id, source_kind, source_id, position, 'text', '' FROM search_entries, generate_series(0, 2) AS position;
        INSERT INTO passage_embeddings (user_id, source_kind, source_id, position, provider, model, dimensions, source_hash, embedding, updated_at)
        SELECT user_id, source_kind, source_id, position, 'offline', model, 8, '',
          l2_normalize((SELECT array_agg(random() - 0.5) FROM generate_series(1, 8) WHERE source_id IS NOT NULL AND position >= 0 AND model <> '')::real[]::halfvec), now()
        FROM passages, unnest('{test,other}'::text[]) AS model;
        """;
}
