using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Bench.Measure;

namespace Mosaic.Bench.Workloads;

/// <summary>Lines in which the database alone, the bare server and ours are asked the same by as many connections.</summary>
internal sealed class Contest(Setup setup, ServerProcess app, ServerProcess? bare, int connections = Setup.Connections)
{
    public const string Database = "pgbench";
    public const string Bare = "bare";
    public const string Ours = "ours";

    /// <summary>Held against the bare server, and where there is none, against the database.</summary>
    public Line Of(string name, IReadOnlyList<byte[]> requests, IReadOnlyList<byte[]> bareRequests, IReadOnlyList<string> scripts, double leastShare)
    {
        var database = new Contender(Database, cancellationToken => setup.Pgbench.RunAsync(scripts, connections, setup.Turn, cancellationToken));
        var peer = bare is null ? null : Http(Bare, bare, bareRequests);
        var ours = Http(Ours, app, requests);
        return new Line(name, database, peer, ours, [Budget.Share(ours, peer ?? database, leastShare)]);
    }

    private Contender Http(string name, ServerProcess server, IReadOnlyList<byte[]> requests) =>
        new(name, cancellationToken => new HttpLoad(server.Address, requests, connections).RunAsync(setup.Turn, cancellationToken));
}
