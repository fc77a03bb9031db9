using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Settings;
using Npgsql;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class BudgetLockDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task More_calls_than_connections_begin_without_starving_each_other()
    {
        var live = new Live(database.Source, NullLogger<Live>.Instance);
        var settings = new AppSettingsReader(database, live, TimeProvider.System);
        var ledger = new TurnLedger(database, new AiBudgets(database, settings, new People(database, live, TimeProvider.System), TimeProvider.System), live, TimeProvider.System);
        var user = await database.AddPersonAsync();
        // All of them wait for one lock, with every connection of the pool taken, before the first may go on.
        await using var outside = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await outside.OpenAsync();
        await using var holding = await outside.BeginTransactionAsync();
        await ExecuteAsync(outside, $"SELECT pg_advisory_xact_lock(hashtextextended('ai-budget:{user}', 0))");
        var start = new TurnStart(user, AiPurpose.Chat, AiProviders.OpenAiCompatible, "stub-small") { Estimate = new TokenCount(1, 1) };
        var beginning = Enumerable.Range(0, 40).Select(_ => Task.Run(() => ledger.BeginAsync(start, CancellationToken.None))).ToList();
        await Eventually.HoldsAsync(async () => await ExecuteAsync(outside, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") >= 20);
        await holding.CommitAsync();
        await Task.WhenAll(beginning).WaitAsync(TimeSpan.FromSeconds(10));
        await using var db = database.CreateDbContext();
        Assert.Equal(40, await db.TurnMetrics.CountAsync(turn => turn.UserId == user && turn.Outcome == "running"));
    }

    private static async Task<long> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is long count ? count : 0;
    }
}
