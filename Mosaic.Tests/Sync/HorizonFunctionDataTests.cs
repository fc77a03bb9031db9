using Mosaic.Tests.Support;
using Npgsql;

namespace Mosaic.Tests.Sync;

/// <summary>What <c>sync_horizon()</c> answers, case by case. Each case has a database of its own, since every open transaction counts.</summary>
public sealed class HorizonFunctionDataTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);
    private Guid _person;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _person = await _database.AddPersonAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task With_nobody_writing_it_is_the_last_number()
    {
        Assert.Equal(await LastAsync(), await HorizonAsync());
        await AddAsync(await OpenAsync(), commits: true);
        Assert.Equal(await LastAsync(), await HorizonAsync());
    }

    [Fact]
    public async Task One_open_writer_holds_it_below_its_first_number_whatever_others_commit()
    {
        await using var open = await OpenAsync();
        var first = await AddAsync(open);
        await AddAsync(open, begins: false);
        await AddAsync(await OpenAsync(), commits: true);
        Assert.Equal(first - 1, await HorizonAsync());
        await ExecuteAsync(open, "COMMIT");
        Assert.Equal(first + 2, await HorizonAsync());
    }

    [Fact]
    public async Task A_writer_that_rolls_back_holds_it_no_longer()
    {
        await using var open = await OpenAsync();
        var first = await AddAsync(open);
        await ExecuteAsync(open, "ROLLBACK");
        Assert.Equal(first, await HorizonAsync());
    }

    [Fact]
    public async Task A_deletion_that_is_not_committed_holds_it()
    {
        await AddAsync(await OpenAsync(), commits: true);
        var before = await LastAsync();
        await using var open = await OpenAsync();
        await ExecuteAsync(open, "BEGIN; DELETE FROM memos");
        await AddAsync(await OpenAsync(), commits: true);
        Assert.Equal(before, await HorizonAsync());
    }

    [Fact]
    public async Task After_rolling_back_to_a_savepoint_the_next_write_holds_it_again()
    {
        await using var open = await OpenAsync();
        await ExecuteAsync(open, "BEGIN; SAVEPOINT before");
        await AddAsync(open, begins: false);
        await ExecuteAsync(open, "ROLLBACK TO before");
        Assert.Equal(await LastAsync(), await HorizonAsync());
        var second = await AddAsync(open, begins: false);
        await AddAsync(await OpenAsync(), commits: true);
        Assert.Equal(second - 1, await HorizonAsync());
    }

    [Fact]
    public async Task A_savepoint_rolled_back_after_the_first_write_leaves_it_held()
    {
        await using var open = await OpenAsync();
        var first = await AddAsync(open);
        await ExecuteAsync(open, "SAVEPOINT later");
        await AddAsync(open, begins: false);
        await ExecuteAsync(open, "ROLLBACK TO later");
        await AddAsync(open, begins: false);
        Assert.Equal(first - 1, await HorizonAsync());
    }

    [Fact]
    public async Task Thousands_of_rows_in_one_transaction_take_one_lock()
    {
        await using var open = await OpenAsync();
        await ExecuteAsync(open, $"""
            BEGIN;
            INSERT INTO memos (id, user_id, content, created_at, updated_at) SELECT gen_random_uuid(), '{_person}', 'one of many', now(), now() FROM generate_series(1, 5000);
            UPDATE memos SET is_pinned = true;
            DELETE FROM memos
            """);
        Assert.Equal(1L, await ScalarAsync("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 1668048741 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"));
        Assert.Equal(15_000, await LastAsync() - await HorizonAsync());
    }

    [Theory]
    [InlineData(int.MaxValue - 3L)]
    [InlineData(int.MaxValue)]
    [InlineData(uint.MaxValue - 3L)]
    [InlineData(uint.MaxValue)]
    [InlineData(uint.MaxValue + 1L)]
    [InlineData(3L * uint.MaxValue - 2)]
    [InlineData(1L << 40)]
    public async Task It_is_right_where_numbers_pass_the_width_of_a_lock(long last)
    {
        await ScalarAsync($"SELECT setval('change_seq', {last})");
        await using var open = await OpenAsync();
        Assert.Equal(last + 1, await AddAsync(open));
        for (var i = 0; i < 8; i++) await AddAsync(await OpenAsync(), commits: true);
        Assert.Equal(last, await HorizonAsync());
        await using var later = await OpenAsync();
        await AddAsync(later);
        Assert.Equal(last, await HorizonAsync());
        await ExecuteAsync(open, "COMMIT");
        Assert.Equal(last + 9, await HorizonAsync());
        await ExecuteAsync(later, "COMMIT");
        Assert.Equal(last + 10, await HorizonAsync());
    }

    [Fact]
    public async Task Writers_of_another_database_on_the_same_server_do_not_matter()
    {
        await AddAsync(await OpenAsync(), commits: true);
        await using var other = new TestDatabase(cluster);
        await other.InitializeAsync();
        var stranger = await other.AddPersonAsync();
        await using var open = await other.Source.OpenConnectionAsync();
        await ExecuteAsync(open, $"BEGIN; INSERT INTO memos (id, user_id, content, created_at, updated_at) VALUES (gen_random_uuid(), '{stranger}', 'x', now(), now())");
        Assert.Equal(await LastAsync(), await HorizonAsync());
    }

    private ValueTask<NpgsqlConnection> OpenAsync() => _database.Source.OpenConnectionAsync();

    /// <summary>Adds a memo in the connection's transaction; answers with its number.</summary>
    private async Task<long> AddAsync(NpgsqlConnection connection, bool commits = false, bool begins = true)
    {
        if (begins && !commits) await ExecuteAsync(connection, "BEGIN");
        await using var insert = new NpgsqlCommand(
            "INSERT INTO memos (id, user_id, content, created_at, updated_at) VALUES (gen_random_uuid(), $1, 'hold', now(), now()) RETURNING change_seq", connection);
        insert.Parameters.AddWithValue(_person);
        var seq = (long)(await insert.ExecuteScalarAsync())!;
        if (commits) await connection.DisposeAsync();
        return seq;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private Task<long> HorizonAsync() => ScalarAsync("SELECT sync_horizon()");

    private Task<long> LastAsync() => ScalarAsync("SELECT last_value FROM change_seq");

    private async Task<long> ScalarAsync(string sql)
    {
        await using var command = _database.Source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
