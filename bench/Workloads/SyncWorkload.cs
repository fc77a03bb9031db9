using System.Diagnostics;
using System.Text.Json;
using Mosaic.Bench.Bare;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Bench.Measure;
using Mosaic.Bench.Record;
using Mosaic.Bench.Rows;

namespace Mosaic.Bench.Workloads;

/// <summary>A new device that pulls everything the largest person has, and one that comes back after a hundred changes.</summary>
internal sealed class SyncWorkload : IWorkload
{
    private const int Changed = 100;
    private const double LeastShare = 0.5;
    private const double LeastRate = 20_000;
    private const double MostMilliseconds = 10;

    private static readonly byte[] BareStream = Request.Get($"/sync/{BareServer.Pull}");
    private static readonly byte[] BareDelta = Request.Get($"/sync/{BareServer.Delta}");

    public string Name => "sync";

    public async Task<IReadOnlyList<Line>> PrepareAsync(Setup setup, CancellationToken cancellationToken)
    {
        var person = setup.House.Largest;
        var key = await setup.KeyOfAsync(person, cancellationToken);
        var (delta, recorded) = await setup.RecordAsync((recorder, server) => RecordAsync(setup, new Device(server, key), recorder, server, cancellationToken), cancellationToken);
        var (app, bare) = (await setup.StartAppAsync(cancellationToken), await setup.StartBareAsync(recorded, cancellationToken));
        var device = new Device(app, key);
        SeeThatAllAnswerAlike(person, app, device, delta, bare);

        var stream = new Contender(Contest.Bare, _ => Task.Run(() => Stream(bare, person.MemoCount), cancellationToken));
        var pages = new Contender(Contest.Ours, _ => Task.Run(() => device.Measure(person.MemoCount), cancellationToken));
        var full = new Line(FormattableString.Invariant($"full pull of {person.MemoCount:N0} memos"), null, stream, pages, [Budget.Share(pages, stream, LeastShare), Budget.Rate(pages, LeastRate)]);
        // One device asks alone: what counts is how long it waits.
        var alone = new Contest(setup, app, bare, connections: 1)
            .Of($"delta of {Changed}", [delta], [BareDelta], [PgbenchScript.Of(recorded[BareServer.Delta])], LeastShare);
        return [full, alone with { Budgets = [Budget.Time(alone.Ours, MostMilliseconds)] }];
    }

    private static async Task<(byte[] Delta, IReadOnlyDictionary<string, IReadOnlyList<Statement>> Recorded)> RecordAsync(
        Setup setup, Device device, Recorder recorder, ServerProcess server, CancellationToken cancellationToken)
    {
        using var connection = new HttpConnection(server.Address);
        var delta = device.Ask(device.PullAll().Cursor);
        await using (var change = setup.Database.CreateCommand("UPDATE memos SET updated_at = now() WHERE id IN (SELECT id FROM memos WHERE user_id = $1 ORDER BY md5(id::text) LIMIT $2)"))
        {
            change.Parameters.Add(new() { Value = setup.House.Largest.Id });
            change.Parameters.Add(new() { Value = Changed });
            await change.ExecuteNonQueryAsync(cancellationToken);
        }
        var deltaRows = RowsOf(await recorder.RecordAsync(() => connection.Exchange(delta), cancellationToken));
        // The bare server streams in one answer what ours gives in pages; one row more is asked for to see whether there is more.
        var allRows = RowsOf(await recorder.RecordAsync(() => connection.Exchange(device.Ask()), cancellationToken))
            .With(FormattableString.Invariant($"{Device.PerPull + 1}"), FormattableString.Invariant($"{int.MaxValue}"));
        return (delta, new Dictionary<string, IReadOnlyList<Statement>> { [BareServer.Delta] = [deltaRows], [BareServer.Pull] = [allRows] });
    }

    private static Statement RowsOf(IReadOnlyList<Statement> pull) => pull.Single(statement => statement.Sql.Contains("FROM memos AS", StringComparison.Ordinal));

    private static void SeeThatAllAnswerAlike(Writer person, ServerProcess app, Device device, byte[] delta, ServerProcess bare)
    {
        using var toApp = new HttpConnection(app.Address);
        using var toBare = new HttpConnection(bare.Address);
        SameAnswer.Check("delta", toApp, delta, toBare, BareDelta, Device.UpsertedIn, answer => answer.GetProperty("upserted"));
        Expect(Changed, CountIn(toBare, BareDelta), "bare delta");
        Expect(person.MemoCount, CountIn(toBare, BareStream), "bare stream");
        Expect(person.MemoCount, device.PullAll().Memos, "full pull");
    }

    private static int CountIn(HttpConnection connection, byte[] request)
    {
        connection.Exchange(request);
        using var json = JsonDocument.Parse(connection.Body.ToArray());
        return json.RootElement.GetProperty("upserted").GetArrayLength();
    }

    private static void Expect(int wanted, int got, string what)
    {
        if (got != wanted) throw new BenchTroubleException($"The {what} gave {got} memos where there are {wanted}: nothing can be compared.");
    }

    private static Sample Stream(ServerProcess bare, int memos)
    {
        using var connection = new HttpConnection(bare.Address);
        var started = Stopwatch.GetTimestamp();
        connection.Exchange(BareStream);
        var elapsed = Stopwatch.GetElapsedTime(started);
        return Sample.Of([elapsed.TotalMilliseconds], elapsed, memos);
    }
}
