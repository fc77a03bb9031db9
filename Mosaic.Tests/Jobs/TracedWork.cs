using Mosaic.Web.Platform.Jobs;
using Npgsql;

namespace Mosaic.Tests.Jobs;

/// <summary>
/// Has one effect however often it runs, and says each time that it ran, where, and whether another was at the same job. That is a lock of
/// its session, which dies with the process.
/// </summary>
internal sealed class TracedWork(NpgsqlDataSource database) : IJobHandler
{
    public const string Kind = "test.traced";

    public const string Tables =
        """
        CREATE TABLE test_effects (job uuid PRIMARY KEY, writes integer NOT NULL);
        CREATE TABLE test_runs (job uuid NOT NULL, process integer NOT NULL, was_alone boolean NOT NULL);
        """;

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync("INSERT INTO test_runs SELECT $1, $2, pg_try_advisory_lock(hashtextextended($1::text, 0))", run.Id, Environment.ProcessId);
        await Task.Delay(25, cancellationToken);
        await ExecuteAsync("INSERT INTO test_effects VALUES ($1, 1) ON CONFLICT DO NOTHING", run.Id);
        await Task.Delay(5, cancellationToken);
        await ExecuteAsync("SELECT pg_advisory_unlock(hashtextextended($1::text, 0))", run.Id);
        return JobResult.Done;

        async Task ExecuteAsync(string sql, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
