using System.Text.Json;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Bench.Measure;
using Mosaic.Bench.Record;
using Mosaic.Bench.Rows;

namespace Mosaic.Bench.Workloads;

/// <summary>Saving a new memo: the row, its revision, its links, and telling everybody.</summary>
internal sealed class WriteWorkload : IWorkload
{
    private const string Memos = "/api/v1/memos";
    private const int Texts = 32;
    private const double LeastShare = 0.6;

    public string Name => "write";

    public async Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken)
    {
        var person = setup.House.Busy;
        var (key, voice) = (await setup.KeyOfAsync(person, cancellationToken), Voice.Of(person));
        // Texts that this person has not written yet, but would.
        byte[][] requests = [.. Enumerable.Range(person.MemoCount, Texts)
            .Select(memo => Request.Post(Memos, JsonSerializer.Serialize(new { content = MemoText.Of(person, voice, memo) }), key))];
        var scripts = await setup.RecordAsync(async (recorder, server) =>
        {
            using var connection = new HttpConnection(server.Address);
            var written = new List<string>();
            foreach (var request in requests)
            {
                var statements = await recorder.RecordAsync(() => connection.Exchange(request), cancellationToken);
                written.Add(PgbenchScript.Of(WithNewIds(statements, Answers.Text(connection.Body, "id"), person)));
            }
            return written;
        }, cancellationToken);
        await SeeThatEachTransactionSavesAsync(setup, scripts, cancellationToken);
        var app = await setup.StartAppAsync(cancellationToken);
        return [new Contest(setup, app, bare: null).Of("save a new memo", requests, [], scripts, LeastShare)];
    }

    /// <summary>A script that made the same memo again and again, or none, would be a limit that nobody could reach.</summary>
    private static async Task SeeThatEachTransactionSavesAsync(Setup setup, IReadOnlyList<string> scripts, CancellationToken cancellationToken)
    {
        await using var count = setup.Database.CreateCommand("SELECT (SELECT count(*) FROM memos), (SELECT count(*) FROM memo_revisions)");
        var before = await CountAsync();
        var second = TimeSpan.FromSeconds(1);
        var transactions = (long)Math.Round((await setup.Pgbench.RunAsync(scripts, Setup.Connections, second, cancellationToken)).PerSecond * second.TotalSeconds);
        var after = await CountAsync();
        if (after != (before.Memos + transactions, before.Revisions + transactions))
            throw new BenchTroubleException($"{transactions} transactions of pgbench made {after.Memos - before.Memos} memos and {after.Revisions - before.Revisions} revisions: mend PgbenchScript.");

        async Task<(long Memos, long Revisions)> CountAsync()
        {
            await using var row = await count.ExecuteReaderAsync(cancellationToken);
            await row.ReadAsync(cancellationToken);
            return (row.GetInt64(0), row.GetInt64(1));
        }
    }

    /// <summary>Each transaction of pgbench makes a memo of its own. The revision, whose id nobody is told, gets the same one.</summary>
    private static IReadOnlyList<Statement> WithNewIds(IReadOnlyList<Statement> statements, string id, Writer person)
    {
        var revision = statements.Single(statement => statement.Sql.StartsWith("INSERT INTO memo_revisions", StringComparison.Ordinal)).Values
            .First(value => Guid.TryParse(value, out var known) && known != person.Id && known != Guid.Parse(id))!;
        return [.. statements.Select(statement => statement.With(id, PgbenchScript.NewId).With(revision, PgbenchScript.NewId))];
    }
}
