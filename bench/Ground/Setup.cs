using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Bench.Load;
using Mosaic.Bench.Record;
using Mosaic.Bench.Rows;
using Mosaic.Web.Features.Accounts.Keys;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Bench.Ground;

/// <summary>What one workload is given: a fresh database, and servers on it that end with the workload.</summary>
internal sealed class Setup(string connectionString, string serverLog, string pgbench, Scale scale, TimeSpan turn) : IAsyncDisposable
{
    /// <summary>Few, as a house has few people at once; the same for everybody who is measured.</summary>
    public const int Connections = 4;

    // The limiter is at work, and lets pass what is measured.
    private const string Enough = "1000000";

    private readonly List<ServerProcess> _servers = [];
    private readonly List<AppInside> _inside = [];
    private readonly List<IAsyncDisposable> _kept = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mosaic-bench-files-");

    public string ConnectionString => connectionString;

    public NpgsqlDataSource Database { get; } = NpgsqlDataSource.Create(connectionString);

    public House House { get; } = House.Of(scale);

    public Scale Scale => scale;

    /// <summary>How long one turn takes.</summary>
    public TimeSpan Turn => turn;

    public Pgbench Pgbench { get; } = new(pgbench, connectionString);

    /// <summary>Mosaic itself, as it is run.</summary>
    public Task<ServerProcess> StartAppAsync(CancellationToken cancellationToken) => StartAsync("Mosaic.Web.dll", [], new()
    {
        ["MOSAIC_DB"] = connectionString,
        ["MOSAIC_DATA"] = _folder.FullName,
        ["MOSAIC_LIMIT_API"] = Enough,
        ["MOSAIC_LIMIT_WRITES"] = Enough,
    }, cancellationToken);

    /// <summary>The parts of Mosaic in this process.</summary>
    public async Task<AppInside> BuildAppAsync(CancellationToken cancellationToken)
    {
        var app = await AppInside.BuildAsync(connectionString, _folder.FullName, cancellationToken);
        _inside.Add(app);
        return app;
    }

    /// <summary>The bare server, which answers with what these statements give.</summary>
    public async Task<ServerProcess> StartBareAsync(IReadOnlyDictionary<string, IReadOnlyList<Statement>> recorded, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder.FullName, "recorded.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(recorded), cancellationToken);
        return await StartAsync("Mosaic.Bench.dll", ["bare", file], new() { ["MOSAIC_DB"] = connectionString }, cancellationToken);
    }

    /// <summary>What passes on or renders anew what this provider says.</summary>
    public Task<ServerProcess> StartBareStreamsAsync(Uri provider, CancellationToken cancellationToken) =>
        StartAsync("Mosaic.Bench.dll", ["streams", provider.ToString()], [], cancellationToken);

    /// <summary>Records what the app sends, by an app that is started for it: the one that is measured must not be logged.</summary>
    public async Task<T> RecordAsync<T>(Func<Recorder, ServerProcess, Task<T>> record, CancellationToken cancellationToken)
    {
        await using var recorder = await Recorder.BeginAsync(connectionString, serverLog, cancellationToken);
        var app = await StartAppAsync(cancellationToken);
        var recorded = await record(recorder, app);
        _servers.Remove(app);
        await app.DisposeAsync();
        return recorded;
    }

    public Task<string> KeyOfAsync(Writer person, CancellationToken cancellationToken) => KeyOfAsync(person.Id, cancellationToken);

    /// <summary>A key of this person that may do everything that is measured.</summary>
    public async Task<string> KeyOfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var keys = new ApiKeyService(new Contexts(connectionString), new Live(Database, NullLogger<Live>.Instance), TimeProvider.System);
        string[] scopes = [ApiScopes.MemosRead, ApiScopes.MemosWrite, ApiScopes.Sync, ApiScopes.Chat];
        return await keys.MakeAsync(personId, "bench", scopes, expiresAt: null, cancellationToken: cancellationToken) is NewKeyResult.Made made
            ? made.Secret
            : throw new BenchTroubleException("The app refused to make a key for the benchmark: mend Setup.KeyOfAsync.");
    }

    /// <summary>Something that ends with the workload, after the servers.</summary>
    public T Keep<T>(T kept)
        where T : IAsyncDisposable
    {
        _kept.Add(kept);
        return kept;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
        foreach (var app in _inside) await app.DisposeAsync();
        foreach (var kept in _kept) await kept.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<ServerProcess> StartAsync(string program, string[] arguments, Dictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var server = await ServerProcess.StartAsync(Path.Combine(AppContext.BaseDirectory, program), arguments, settings, cancellationToken);
        _servers.Add(server);
        return server;
    }
}
