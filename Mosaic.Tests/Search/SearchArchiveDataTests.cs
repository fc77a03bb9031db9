using Mosaic.Data.Search;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Search;

public sealed class SearchArchiveDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Guid Person = new("00000000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_lies_behind_hundreds_of_nearer_texts_in_the_archive_is_found(bool isInMemory)
    {
        await using var rows = database.Source.CreateCommand(Rows);
        await rows.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        float[] question = [1, 0, 0, 0];
        var found = await database.Source.SearchAsync(
            new SearchRequest(Person)
            {
                Limit = 10,
                Filter = new SearchFilter { IsArchived = false },
                Vector = new QueryVector("offline", "test", question, new CosineTrust(0.1, 0.1, 0.6)),
                Vectors = isInMemory ? await PassageVectors.ReadAsync(database.Source, Person, "offline", "test", 4, expected: 0, TestContext.Current.CancellationToken) : null,
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(2, found.Total);
        Assert.Equal(["further 900", "further 901"], found.Hits.Select(hit => hit.Passage));
    }

    /// <summary>900 texts near the question, all in the archive, and two further away that are not.</summary>
    private const string Rows = """
        DELETE FROM passages;
        DELETE FROM search_entries;
        DELETE FROM users;
        INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, created_at, updated_at)
        VALUES ('00000000-0000-7000-8000-000000000001', 'person', 'PERSON', 'p@example.org', 'P@EXAMPLE.ORG', '', '', now(), now());
        INSERT INTO search_entries (user_id, source_kind, source_id, written_at, folded, words, is_archived)
        SELECT '00000000-0000-7000-8000-000000000001', 'memo', ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, now(), 'text', search_words('text'), n < 900
        FROM generate_series(0, 901) AS n;
        INSERT INTO passages (user_id, source_kind, source_id, position, text, source_hash)
        SELECT user_id, source_kind, source_id, 0, 'further ' || ltrim(right(source_id::text, 12), '0'), '' FROM search_entries;
        INSERT INTO passage_embeddings (user_id, source_kind, source_id, position, provider, model, dimensions, source_hash, embedding, updated_at)
        SELECT user_id, source_kind, source_id, 0, 'offline', 'test', 4, '',
          (CASE WHEN is_archived THEN '[1,0,0,0]' WHEN source_id::text LIKE '%900' THEN '[0.8,0.6,0,0]' ELSE '[0.6,0.8,0,0]' END)::halfvec, now()
        FROM search_entries;
        """;
}
