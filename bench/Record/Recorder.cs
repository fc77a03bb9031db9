using System.Globalization;
using Npgsql;

namespace Mosaic.Bench.Record;

/// <summary>
/// Finds out which statements the app sends, by asking it once while PostgreSQL logs all it hears. What is measured beside the app is so
/// always what the app does today, whatever it was when the benchmark was written.
/// </summary>
internal sealed class Recorder(NpgsqlDataSource database, string logFile) : IAsyncDisposable
{
    // What the app does beside every request: connections put back to their beginning, keys looked up and their uses counted.
    private static readonly string[] Beside = ["DISCARD", "LISTEN", "api_keys", "sync_cursors"];

    /// <summary>From now on new connections to the database are logged.</summary>
    public static async Task<Recorder> BeginAsync(string connectionString, string logFile, CancellationToken cancellationToken)
    {
        var recorder = new Recorder(NpgsqlDataSource.Create(connectionString), logFile);
        await recorder.SetAsync("SET log_statement = 'all'", cancellationToken);
        return recorder;
    }

    /// <summary>The statements of one request. It is made twice, since the first also fills what the app keeps in memory.</summary>
    public async Task<IReadOnlyList<Statement>> RecordAsync(Action request, CancellationToken cancellationToken)
    {
        request();
        var start = new FileInfo(logFile).Length;
        request();
        // What the app sends after its answer comes a moment later.
        await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        await using var file = new FileStream(logFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = start;
        using var reader = new StreamReader(file);
        var statements = new List<Statement>();
        foreach (var statement in ServerLog.Read(await reader.ReadToEndAsync(cancellationToken)))
            if (!Beside.Any(word => statement.Sql.Contains(word, StringComparison.Ordinal)))
                statements.Add(statement with { Types = await TypesAsync(statement, cancellationToken) });
        return statements;
    }

    public async ValueTask DisposeAsync()
    {
        await SetAsync("RESET log_statement", CancellationToken.None);
        await database.DisposeAsync();
    }

    /// <summary>PostgreSQL knows best which types its parameters have.</summary>
    private async Task<IReadOnlyList<string>> TypesAsync(Statement statement, CancellationToken cancellationToken)
    {
        if (statement.Values.Count == 0) return [];
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (var prepare = new NpgsqlCommand($"PREPARE recorded AS {statement.Sql}", connection)) await prepare.ExecuteNonQueryAsync(cancellationToken);
        await using var ask = new NpgsqlCommand("SELECT parameter_types::text[] FROM pg_prepared_statements WHERE name = 'recorded'", connection);
        var types = (string[])(await ask.ExecuteScalarAsync(cancellationToken))!;
        await using (var forget = new NpgsqlCommand("DEALLOCATE recorded", connection)) await forget.ExecuteNonQueryAsync(cancellationToken);
        return types;
    }

    private async Task SetAsync(string setting, CancellationToken cancellationToken)
    {
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        await using var alter = database.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"ALTER DATABASE {name} {setting}"));
        await alter.ExecuteNonQueryAsync(cancellationToken);
    }
}
