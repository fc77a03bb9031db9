using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Mosaic.Tests.Support;
using Npgsql;

namespace Mosaic.Tests.Sync;

/// <summary>
/// Many writers at once, each a transaction that stays open for a random moment after its writes. They add, change and
/// delete rows, roll back, and roll back to savepoints.
/// </summary>
internal sealed class WritersRace(TestDatabase database, NpgsqlDataSource source, Guid person, int seed)
{
    private readonly ConcurrentBag<Guid> _committed = [];

    public Task RunAsync(int writers) => Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(new Random(seed * 1_000 + writer)))));

    /// <summary>What is there now, as readers name rows.</summary>
    public async Task<HashSet<string>> RowsAsync()
    {
        await using var db = database.CreateDbContext();
        return await db.Memos.Where(memo => memo.UserId == person).Select(memo => memo.Id + " " + memo.Content).ToHashSetAsync();
    }

    private async Task WriteAsync(Random random)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var written = new List<Guid>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            if (random.Next(6) == 0) await RollBackToSavepointAsync(connection, transaction, random);
            if (random.Next(4) == 0 && _committed.TryTake(out var other)) await ChangeAsync(connection, other, random);
            else written.Add(await AddAsync(connection));
            if (random.Next(2) == 0) await Task.Delay(random.Next(15));
        }
        await Task.Delay(random.Next(30));
        if (random.Next(8) == 0)
        {
            await transaction.RollbackAsync();
            return;
        }
        await transaction.CommitAsync();
        written.ForEach(_committed.Add);
    }

    /// <summary>Often the transaction's first writes, whose lock goes with them.</summary>
    private async Task RollBackToSavepointAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Random random)
    {
        await transaction.SaveAsync("before");
        await AddAsync(connection);
        await Task.Delay(random.Next(10));
        await transaction.RollbackAsync("before");
    }

    private static Task ChangeAsync(NpgsqlConnection connection, Guid id, Random random) => random.Next(2) == 0
        ? ExecuteAsync(connection, "DELETE FROM memos WHERE id = $1", id)
        : ExecuteAsync(connection, "UPDATE memos SET content = content || '+' WHERE id = $1", id);

    private async Task<Guid> AddAsync(NpgsqlConnection connection)
    {
        var id = Guid.CreateVersion7();
        await ExecuteAsync(connection, "INSERT INTO memos (id, user_id, content, created_at, updated_at) VALUES ($1, $2, 'new', now(), now())", id, person);
        return id;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, params Guid[] ids)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var id in ids) command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync();
    }
}
