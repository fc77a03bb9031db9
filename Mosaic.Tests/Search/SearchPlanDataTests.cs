using System.Globalization;
using System.Text.Json;
using Mosaic.Data.Search;
using Mosaic.Tests.Support;
using Npgsql;

namespace Mosaic.Tests.Search;

/// <summary>How the database means to answer the very statement of a search, with one person of many rows and twenty of few.</summary>
public sealed class SearchPlanDataTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly Guid Large = PersonOf(1);
    private static readonly Guid Small = PersonOf(2);

    public async ValueTask InitializeAsync()
    {
        await using var command = database.Source.CreateCommand(Rows);
        if (await IsEmptyAsync()) await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        foreach (var table in new[] { "search_entries", "passages", "passage_embeddings" })
        {
            await using var vacuum = database.Source.CreateCommand($"VACUUM (ANALYZE) {table}");
            await vacuum.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("quirljop", "search_entries_words")]
    [InlineData("uirlj", "search_entries_letters")]
    [InlineData("時間", "search_entries_words")]
    public async Task A_rare_word_is_looked_up_in_its_index(string word, string index)
    {
        var plan = await PlanAsync(new SearchRequest(Large) { Terms = [new SearchTerm(word)] });
        Assert.Contains(index, plan.Indexes);
        Assert.DoesNotContain("search_entries", plan.Scanned);
    }

    [Fact]
    public async Task A_rare_tag_is_looked_up_in_its_index()
    {
        var plan = await PlanAsync(new SearchRequest(Large) { Filter = new SearchFilter { Tags = ["rare"] } });
        Assert.Contains("search_entries_tags", plan.Indexes);
        Assert.DoesNotContain("search_entries", plan.Scanned);
    }

    [Fact]
    public async Task The_newest_come_in_the_order_of_their_index()
    {
        var plan = await PlanAsync(new SearchRequest(Large));
        Assert.Contains("search_entries_newest", plan.Indexes);
        Assert.DoesNotContain("search_entries", plan.Scanned);
    }

    [Fact]
    public async Task Meaning_reads_only_the_vectors_of_the_person()
    {
        var plan = await PlanAsync(new SearchRequest(Small) { Vector = Question });
        AssertReadsVectorsByIndex(plan);
    }

    /// <summary>A plan that is kept knows nothing of the person it is for.</summary>
    [Fact]
    public async Task Meaning_alone_is_planned_once_for_everybody_and_scans_nothing()
    {
        var plan = await PlanOnceAsync(SearchSql.Write(new SearchRequest(Small) { Vector = Question }, 200));
        Assert.Contains("$1", plan.Text);
        AssertReadsVectorsByIndex(plan);
        Assert.Empty(plan.Scanned);
    }

    [Fact]
    public async Task Of_what_was_compared_in_memory_only_what_is_shown_is_looked_up()
    {
        var vectors = await PassageVectors.ReadAsync(database.Source, Large, "offline", "test", 64, expected: 0, TestContext.Current.CancellationToken);
        var plan = await PlanOnceAsync(SearchSql.Write(new SearchRequest(Large) { Vector = Question }, 500, vectors.Nearest(Question.Numbers, 0.18, 100)));
        Assert.DoesNotContain("passage_embeddings", plan.Text);
        Assert.Empty(plan.Scanned);
        // Not all passages of the person, to compare them with those.
        Assert.All(plan.PassageConditions, condition => Assert.Contains("source_id", condition));
        Assert.NotEmpty(plan.PassageConditions);
    }

    [Fact]
    public async Task Someone_with_few_rows_never_reads_those_of_all()
    {
        var plan = await PlanAsync(new SearchRequest(Small) { Terms = [new SearchTerm("common"), new SearchTerm("quirljop")], Vector = Question });
        Assert.DoesNotContain("search_entries", plan.Scanned);
        Assert.DoesNotContain("passage_embeddings", plan.Scanned);
    }

    [Fact]
    public async Task A_scan_of_everything_would_be_seen()
    {
        var plan = await PlanAsync(new SearchRequest(Small) { Terms = [new SearchTerm("common")], Vector = Question },
            "SELECT set_config('enable_indexscan', 'off', true), set_config('enable_indexonlyscan', 'off', true), set_config('enable_bitmapscan', 'off', true)");
        Assert.Contains("search_entries", plan.Scanned);
        Assert.Contains("passage_embeddings", plan.Scanned);
    }

    /// <summary>Of few rows, the index that tells one from another is as good as the one that holds the vectors.</summary>
    private static void AssertReadsVectorsByIndex((string Text, HashSet<string> Indexes, HashSet<string> Scanned, List<string> PassageConditions) plan)
    {
        Assert.Contains(plan.Indexes, index => index is "passage_embeddings_near" or "passage_embeddings_pkey");
        Assert.DoesNotContain("passage_embeddings", plan.Scanned);
    }

    private static QueryVector Question => new("offline", "test", [.. Enumerable.Repeat(0.125f, 64)], new CosineTrust(0.18, 0.1, 0.6));

    private static Guid PersonOf(int number) => new($"00000000-0000-7000-8000-{number:d12}");

    /// <summary>The plan of a statement that is prepared.</summary>
    private async Task<(string Text, HashSet<string> Indexes, HashSet<string> Scanned, List<string> PassageConditions)> PlanOnceAsync(NpgsqlBatchCommand statement)
    {
        await using var connection = await database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(SearchQueries.PlanningOnce));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"PREPARE near AS {statement.CommandText}"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"EXPLAIN (FORMAT JSON) EXECUTE near ({string.Join(", ", statement.Parameters.Cast<NpgsqlParameter>().Select(one => Literal(one.Value!)))})"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("DEALLOCATE near"));
        await using var reader = await batch.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.NextResultAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        return Read(reader.GetString(0));

        static string Literal(object value) => value switch
        {
            Array many => $"'{{{string.Join(',', many.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture)))}}}'",
            IFormattable one and not Guid => one.ToString(null, CultureInfo.InvariantCulture),
            _ => $"'{value}'",
        };
    }

    private async Task<(string Text, HashSet<string> Indexes, HashSet<string> Scanned, List<string> PassageConditions)> PlanAsync(SearchRequest request, string settings = SearchQueries.Planning)
    {
        await using var batch = database.Source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(settings));
        var statement = SearchSql.Write(request, 500);
        statement.CommandText = "EXPLAIN (FORMAT JSON) " + statement.CommandText;
        batch.BatchCommands.Add(statement);
        await using var reader = await batch.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.NextResultAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        return Read(reader.GetString(0));
    }

    private static (string Text, HashSet<string> Indexes, HashSet<string> Scanned, List<string> PassageConditions) Read(string text)
    {
        using var plan = JsonDocument.Parse(text);
        var (indexes, scanned, passages) = (new HashSet<string>(), new HashSet<string>(), new List<string>());
        Walk(plan.RootElement[0].GetProperty("Plan"));
        return (text, indexes, scanned, passages);

        void Walk(JsonElement node)
        {
            if (node.TryGetProperty("Index Name", out var index)) indexes.Add(index.GetString()!);
            if (node.TryGetProperty("Relation Name", out var relation) && relation.GetString() == "passages") passages.Add(node.TryGetProperty("Index Cond", out var condition) ? condition.GetString()! : "");
            if (node.GetProperty("Node Type").GetString() == "Seq Scan") scanned.Add(node.GetProperty("Relation Name").GetString()!);
            if (!node.TryGetProperty("Plans", out var parts)) return;
            foreach (var part in parts.EnumerateArray()) Walk(part);
        }
    }

    private async Task<bool> IsEmptyAsync()
    {
        await using var command = database.Source.CreateCommand("SELECT NOT EXISTS (SELECT FROM search_entries)");
        return (bool)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private const string Rows = """
        INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, created_at, updated_at)
        SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'person' || n, 'PERSON' || n, n || '@example.org', n || '@EXAMPLE.ORG', '', '', now(), now()
        FROM generate_series(1, 21) AS n;
        INSERT INTO search_entries (user_id, source_kind, source_id, written_at, folded, words, tag_paths)
        SELECT ('00000000-0000-7000-8000-' || lpad((CASE WHEN n <= 3000 THEN 1 ELSE 2 + n % 20 END)::text, 12, '0'))::uuid, 'memo', gen_random_uuid(),
          now() - n * interval '1 minute', folded, search_words(folded), CASE WHEN n % 1000 = 7 THEN '{rare}'::text[] ELSE '{usual}' END
        FROM generate_series(1, 4000) AS n, LATERAL (SELECT 'common ' || (SELECT string_agg(md5(n || '-' || w), ' ') FROM generate_series(1, 10) AS w)
          || CASE WHEN n % 1000 = 7 THEN ' quirljop 時間' ELSE '' END AS folded OFFSET 0) AS made;
        INSERT INTO passages (user_id, source_kind, source_id, position, text, source_hash) SELECT user_id, source_kind, source_id, 0, folded, '' FROM search_entries;
        INSERT INTO passage_embeddings (user_id, source_kind, source_id, position, provider, model, dimensions, source_hash, embedding, updated_at)
        SELECT user_id, source_kind, source_id, 0, 'offline', 'test', 64, '', (SELECT array_agg(1 + (n * ascii(folded)) % 7) FROM generate_series(1, 64) AS n)::real[]::halfvec, now()
        FROM search_entries;
        """;
}
