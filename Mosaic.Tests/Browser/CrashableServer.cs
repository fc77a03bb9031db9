using System.Net;
using System.Net.Sockets;
using Mosaic.Tests.Commands;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Browser;

/// <summary>A server as a process of its own that can be killed and started again, at one address over one database; ada is its admin.</summary>
internal sealed class CrashableServer(TestDatabase database) : IAsyncDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("mosaic-crash-").FullName;
    private ServerProcess? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>A directory of the test's own, gone with the server.</summary>
    public string PlaceFor(string name) => Directory.CreateDirectory(Path.Combine(_place, name)).FullName;

    public async Task StartAsync(params string[] arguments)
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = ServerProcess.Start(new Dictionary<string, string>
        {
            ["MOSAIC_DB"] = database.ConnectionString,
            ["MOSAIC_DATA"] = Path.Combine(_place, "data"),
            ["MOSAIC_ADMIN_USER"] = "ada",
            ["MOSAIC_ADMIN_EMAIL"] = "ada@example.org",
            ["MOSAIC_ADMIN_PASSWORD"] = CastMember.Password,
            ["ASPNETCORE_URLS"] = Address.ToString(),
        }, arguments);
        await _process.ReadyAsync();
    }

    public Task KillAsync() => _process!.KillAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        Directory.Delete(_place, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
