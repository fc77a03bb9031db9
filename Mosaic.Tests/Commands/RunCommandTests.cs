using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data.Postgres;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Commands;

/// <summary>What the process does that <c>./mosaic run</c> ends in.</summary>
public sealed class RunCommandTests(TestDatabase database, TestCluster cluster) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"mosaic-run-{Guid.NewGuid():N}"[..20]);

    [Fact]
    public async Task A_killed_server_leaves_its_database_and_the_next_one_takes_it_up_and_stops_it()
    {
        var settings = new Dictionary<string, string> { ["MOSAIC_DATA"] = _data };
        var place = new ClusterPlace(_data);

        await using (var first = ServerProcess.Start(settings))
        {
            await first.ReadyAsync();
            await first.KillAsync();
        }
        var left = Postmaster.Find(place.Cluster);
        Assert.NotNull(left);

        await using (var second = ServerProcess.Start(settings))
        {
            await second.ReadyAsync();
            Assert.Equal(left, Postmaster.Find(place.Cluster));
            await second.SignalAsync("TERM");
            Assert.Equal(0, (await second.EndAsync()).ExitCode);
        }
        Assert.Null(Postmaster.Find(place.Cluster));

        await using var third = ServerProcess.Start(settings);
        await third.ReadyAsync();
        await third.SignalAsync("INT");
        Assert.Equal(0, (await third.EndAsync()).ExitCode);
        Assert.Null(Postmaster.Find(place.Cluster));
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence_and_an_exit_code()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await RefusesAsync($"Port {port} is taken", new() { ["MOSAIC_DB"] = database.ConnectionString, ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_data_directory_that_cannot_be_written_is_one_sentence_and_an_exit_code(bool databaseElsewhere) =>
        RefusesAsync("The data directory /proc/mosaic cannot be written",
            new() { ["MOSAIC_DATA"] = "/proc/mosaic", ["MOSAIC_DB"] = databaseElsewhere ? database.ConnectionString : "" });

    [Fact]
    public async Task A_newer_database_is_one_sentence_and_an_exit_code()
    {
        var newer = await cluster.CreateAsync();
        await using (var db = TestDatabase.ContextOf(newer))
            await db.Database.ExecuteSqlAsync($"INSERT INTO schema_migrations VALUES ('9999_from_tomorrow', '99.0')");
        await RefusesAsync("The database was used by a newer Mosaic", new() { ["MOSAIC_DB"] = newer, ["MOSAIC_DATA"] = _data });
        await cluster.DropAsync(newer);
    }

    [Fact]
    public Task A_database_that_does_not_answer_is_one_sentence_and_an_exit_code() =>
        RefusesAsync("The database of MOSAIC_DB cannot be reached", new() { ["MOSAIC_DB"] = "Host=127.0.0.1;Port=1;Username=mosaic", ["MOSAIC_DATA"] = _data });

    [Fact]
    public async Task Stop_has_nothing_to_do_where_nothing_was_left()
    {
        await using var stop = ServerProcess.Start(new Dictionary<string, string> { ["MOSAIC_DATA"] = _data }, "database", "stop");
        var (exitCode, output) = await stop.EndAsync();
        Assert.Equal(0, exitCode);
        Assert.Equal("Nothing was left running.", output.Trim());
    }

    public void Dispose()
    {
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    private static async Task RefusesAsync(string beginning, Dictionary<string, string> settings)
    {
        await using var server = ServerProcess.Start(settings);
        var (exitCode, output) = await server.EndAsync();
        Assert.Equal(1, exitCode);
        Assert.StartsWith(beginning, output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
