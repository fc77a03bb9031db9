using Mosaic.Bench.Judged;
using Mosaic.Tests.Support;
using Npgsql;

namespace Mosaic.Tests.Bench;

public sealed class JudgedFillingDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_judged_set_is_the_notebook_of_one_person()
    {
        var set = JudgedSet.Read();
        await using var connection = await database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await new JudgedFilling(connection, set).RunAsync(TestContext.Current.CancellationToken);
        await using var count = new NpgsqlCommand(
            "SELECT count(*) FROM memos JOIN memo_revisions USING (user_id, content) WHERE user_id = $1 AND 'garden' = ANY (tag_paths)", connection)
        { Parameters = { new() { Value = JudgedFilling.PersonId } } };
        Assert.Equal((long)set.Texts.Count(text => text.Text.Contains(" #garden", StringComparison.Ordinal)), await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
