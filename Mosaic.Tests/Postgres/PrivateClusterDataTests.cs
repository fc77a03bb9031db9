using System.Globalization;
using Mosaic.Data.Postgres;
using Npgsql;

namespace Mosaic.Tests.Postgres;

/// <summary>Runs on clusters of its own, in a folder so deep that the socket has to lie elsewhere.</summary>
public sealed class PrivateClusterDataTests(PrivateClusterDataTests.Folder folder) : IClassFixture<PrivateClusterDataTests.Folder>
{
    private readonly ClusterPlace _place = new(folder.Data);

    private Task<PrivateCluster> StartAsync() => PrivateCluster.StartAsync(folder.Data, durable: false);

    [Fact]
    public async Task Processes_that_start_together_share_one_server_and_the_last_stops_it()
    {
        var clusters = await Task.WhenAll(StartAsync(), StartAsync(), StartAsync());
        Assert.Single(clusters.Select(cluster => cluster.ServerProcessId).Distinct());

        await clusters[0].DisposeAsync();
        await clusters[1].DisposeAsync();
        Assert.Equal(LeftoverOutcome.InUse, await PrivateCluster.StopLeftoverAsync(folder.Data));
        Assert.NotNull(Postmaster.Find(_place.Cluster));
        await AnswersAsync(clusters[2]);

        await clusters[2].DisposeAsync();
        Assert.Null(Postmaster.Find(_place.Cluster));
        Assert.Equal(LeftoverOutcome.NothingRan, await PrivateCluster.StopLeftoverAsync(folder.Data));
    }

    [Fact]
    public async Task A_pid_file_that_a_crash_left_is_no_hindrance_even_if_its_number_lives()
    {
        await using (await StartAsync())
        {
        }
        var lines = new[] { Environment.ProcessId.ToString(CultureInfo.InvariantCulture), _place.Cluster, "0", "5432", _place.SocketFolder, "" };
        await File.WriteAllLinesAsync(Path.Combine(_place.Cluster, "postmaster.pid"), lines);

        await using var cluster = await StartAsync();
        await AnswersAsync(cluster);
    }

    [Fact]
    public async Task What_was_committed_is_there_after_the_next_start()
    {
        await using (var cluster = await StartAsync())
        {
            await cluster.EnsureDatabaseAsync("kept");
            await cluster.EnsureDatabaseAsync("kept");
            await ExecuteAsync(cluster, "CREATE TABLE IF NOT EXISTS words AS SELECT 'paper' AS word");
        }
        await using (var cluster = await StartAsync()) Assert.Equal("paper", await ExecuteAsync(cluster, "SELECT word FROM words"));
    }

    [Fact]
    public async Task A_spoilt_port_file_is_named()
    {
        await using (await StartAsync())
        {
        }
        var before = await File.ReadAllTextAsync(_place.PortFile);
        await File.WriteAllTextAsync(_place.PortFile, "many");
        var trouble = await Assert.ThrowsAsync<DatabaseTroubleException>(StartAsync);
        Assert.StartsWith(_place.PortFile, trouble.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_place.PortFile, before);
    }

    [Fact]
    public async Task A_database_that_lies_elsewhere_and_is_gone_is_missed_rather_than_begun_anew()
    {
        var place = new ClusterPlace(folder.Data + "-moved");
        ClusterMaker.MakeDataDirectory(place);
        await File.WriteAllTextAsync(place.LocationFile, "/nowhere/postgres\n");
        var trouble = await Assert.ThrowsAsync<DatabaseTroubleException>(() => PrivateCluster.StartAsync(place.DataDirectory));
        Assert.Contains("/nowhere/postgres, where no database is", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_made_is_named()
    {
        // Not even root makes folders there.
        var trouble = await Assert.ThrowsAsync<DatabaseTroubleException>(() => PrivateCluster.StartAsync("/proc/mosaic"));
        Assert.Contains("/proc/mosaic cannot be written", trouble.Message, StringComparison.Ordinal);
    }

    private static async Task AnswersAsync(PrivateCluster cluster) =>
        Assert.Equal("yes", await ExecuteAsync(cluster, "SELECT 'yes'", "postgres"));

    private static async Task<object?> ExecuteAsync(PrivateCluster cluster, string sql, string database = "kept")
    {
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString(database) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public sealed class Folder : IDisposable
    {
        // The postgres user has to get in where tests run as root, so not a folder of mode 700.
        private readonly string _root = Path.Combine(Path.GetTempPath(), $"mosaic-cluster-{Guid.NewGuid():N}");

        public string Data => Path.Combine(_root, new string('d', 60), "data");

        public Folder() => Directory.CreateDirectory(Path.GetDirectoryName(Data)!);

        public void Dispose()
        {
            var socket = new ClusterPlace(Data).SocketFolder;
            Directory.Delete(_root, recursive: true);
            if (Directory.Exists(socket)) Directory.Delete(socket, recursive: true);
        }
    }
}
