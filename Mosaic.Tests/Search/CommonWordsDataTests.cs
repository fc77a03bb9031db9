using Mosaic.Data.Search;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Search;

/// <summary>Where more texts hold the words than are ranked, meaning tells them apart: in memory, in the database, and of one word as of several.</summary>
public sealed class CommonWordsDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Guid Person = new("00000000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData(true, "people time")]
    [InlineData(true, "people")]
    [InlineData(false, "people time")]
    [InlineData(false, "people")]
    public async Task The_nearest_go_first_however_old_and_then_the_newest(bool isInMemory, string words)
    {
        await using var rows = database.Source.CreateCommand(Rows);
        await rows.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var found = await database.Source.SearchAsync(
            new SearchRequest(Person)
            {
                Limit = 5,
                Filter = new SearchFilter { IsArchived = false },
                Terms = [.. words.Split(' ').Select(word => new SearchTerm(word))],
                Vector = new QueryVector("offline", "test", [1, 0, 0, 0], new CosineTrust(0.1, 0.1, 0.6)),
                Vectors = isInMemory ? await PassageVectors.ReadAsync(database.Source, Person, "offline", "test", 4, expected: 0, TestContext.Current.CancellationToken) : null,
            },
            TestContext.Current.CancellationToken);

        Assert.Equal([3, 60, 150, 149, 148], found.Hits.Select(hit => int.Parse(hit.Id.ToString()[^12..], null)));
        Assert.Equal([2, 3, null, null, null], found.Hits.Select(hit => hit.MeaningRank));
        Assert.All(found.Hits, hit => Assert.Equal(1, hit.Coverage));
        Assert.Equal(102, found.Total);
    }

    /// <summary>
    /// 150 texts that hold both words, all but the newest more often; of these an old one and one in the middle lie near the question, and nearer than both one that holds neither.
    /// </summary>
    private const string Rows = """
        DELETE FROM passages;
        DELETE FROM search_entries;
        DELETE FROM users;
        INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, created_at, updated_at)
        VALUES ('00000000-0000-7000-8000-000000000001', 'person', 'PERSON', 'p@example.org', 'P@EXAMPLE.ORG', '', '', now(), now());
        INSERT INTO search_entries (user_id, source_kind, source_id, written_at, folded, words)
        SELECT '00000000-0000-7000-8000-000000000001', 'memo', ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, now() + n * interval '1 second', text, search_words(text)
        FROM generate_series(0, 150) AS n, LATERAL (SELECT CASE WHEN n = 0 THEN 'neither' WHEN n < 140 THEN 'people time people time' ELSE 'people need some time' END AS text) AS texts;
        INSERT INTO passages (user_id, source_kind, source_id, position, text, source_hash) SELECT user_id, source_kind, source_id, 0, folded, '' FROM search_entries;
        INSERT INTO passage_embeddings (user_id, source_kind, source_id, position, provider, model, dimensions, source_hash, embedding, updated_at)
        SELECT user_id, source_kind, source_id, 0, 'offline', 'test', 4, '',
          (CASE right(source_id::text, 12)::integer WHEN 0 THEN '[1,0,0,0]' WHEN 3 THEN '[0.8,0.6,0,0]' WHEN 60 THEN '[0.6,0.8,0,0]' ELSE '[0,1,0,0]' END)::halfvec, now()
        FROM search_entries;
        """;
}
