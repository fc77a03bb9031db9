using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mosaic.Data;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Tests.Jobs;

/// <summary>As much of a server as jobs need: workers, their keeper and the live bus, over connections of its own.</summary>
internal sealed class JobProcess : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly NpgsqlDataSource _connections;

    private JobProcess(IHost host, NpgsqlDataSource connections) => (_host, _connections) = (host, connections);

    public IServiceProvider Services => _host.Services;

    /// <summary>Everything that was logged, with the text of exceptions.</summary>
    public required HeardLog Log { get; init; }

    public static async Task<JobProcess> StartAsync(
        TestDatabase database, TestClock clock, Func<JobRun, CancellationToken, Task<JobResult>> work, JobOptions? options = null, Action<IServiceCollection>? add = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var log = new HeardLog();
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Information);
        var source = new NpgsqlDataSourceBuilder(database.ConnectionString + ";Maximum Pool Size=20");
        source.UseLoggerFactory(LoggerFactory.Create(logging => logging.AddProvider(log)));
        var connections = source.Build();
        builder.Services.AddSingleton(connections).AddSingleton<IDbContextFactory<MosaicDb>>(database).AddSingleton<TimeProvider>(clock).AddSingleton(work);
        builder.Services.AddLive();
        builder.Services.AddJobs();
        builder.Services.AddSingleton(options ?? new JobOptions());
        builder.Services.AddJob<ToldHandler>(ToldHandler.Kind, "Work of a test");
        add?.Invoke(builder.Services);
        var process = new JobProcess(builder.Build(), connections) { Log = log };
        await process._host.StartAsync();
        await Until.TrueAsync(() => process.Services.GetRequiredService<Live>().IsListening);
        return process;
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _host.Dispose();
        await _connections.DisposeAsync();
    }
}
