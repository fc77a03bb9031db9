using Mosaic.Data.Search;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Search;

/// <summary>Of several words, texts that hold them as they are go before those that hold them inside longer ones, however old they are.</summary>
public sealed class EveryWordDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Guid Person = new("00000000-0000-7000-8000-000000000001");

    [Fact]
    public async Task Where_many_hold_every_word_no_others_are_shown()
    {
        var found = await SearchAsync(whole: 150, inside: 300, lonely: 5);
        Assert.Equal(100, found.Total);
        Assert.True(found.IsMore);
        Assert.All(found.Hits, hit => Assert.StartsWith("whole", hit.Text));
    }

    [Fact]
    public async Task Where_some_hold_every_word_those_that_hold_them_inside_follow()
    {
        var found = await SearchAsync(whole: 20, inside: 30, lonely: 5);
        Assert.Equal(50, found.Total);
        Assert.All(found.Hits.Take(20), hit => Assert.StartsWith("whole", hit.Text));
        Assert.All(found.Hits.Skip(20), hit => Assert.StartsWith("inside", hit.Text));
    }

    [Fact]
    public async Task Where_few_do_those_that_hold_one_follow_too()
    {
        var found = await SearchAsync(whole: 2, inside: 1, lonely: 5);
        Assert.Equal(["whole", "whole", "inside", "lonely", "lonely", "lonely", "lonely", "lonely"], found.Hits.Select(hit => hit.Text.Split(' ')[0]));
    }

    private async Task<FoundTexts> SearchAsync(int whole, int inside, int lonely)
    {
        await using var rows = database.Source.CreateCommand($"""
            DELETE FROM memos;
            DELETE FROM users;
            INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, created_at, updated_at)
            VALUES ('{Person}', 'person', 'PERSON', 'p@example.org', 'P@EXAMPLE.ORG', '', '', now(), now());
            INSERT INTO memos (id, user_id, content, created_at, updated_at)
            SELECT gen_random_uuid(), '{Person}', text || ' ' || n, at + n * interval '1 second', now() FROM (VALUES
              ('whole people need time', {whole}, now() - interval '3 years'), ('inside peoples sometimes', {inside}, now() - interval '1 year'), ('lonely people', {lonely}, now() - interval '1 day'))
              AS kinds (text, count, at), generate_series(1, count) AS n;
            """);
        await rows.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return await database.Source.SearchAsync(
            new SearchRequest(Person) { Limit = 100, Legs = SearchLegs.Words, Terms = [new SearchTerm("people"), new SearchTerm("time")] }, TestContext.Current.CancellationToken);
    }
}
