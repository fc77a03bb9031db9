using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mosaic.Data.Jobs;
using Mosaic.Web.Hosting;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Bench.Ground;

/// <summary>The app's own parts in this process, which serves nobody: for what cannot be asked for over HTTP.</summary>
internal sealed class AppInside : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AppInside(WebApplication app) => _app = app;

    public static async Task<AppInside> BuildAsync(string connectionString, string folder, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Mosaic.Web", EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MOSAIC_DB"] = connectionString,
            ["ConnectionStrings:Mosaic"] = connectionString,
            ["MOSAIC_DATA"] = folder,
        });
        builder.AddMosaic();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = new AppInside(builder.Build());
        await app._app.PrepareMosaicAsync().WaitAsync(cancellationToken);
        await app.ListenAsync(cancellationToken);
        return app;
    }

    /// <summary>Until it hears what other processes do, nothing of anybody stays in memory.</summary>
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await _app.Services.GetServices<IHostedService>().OfType<LiveListener>().Single().StartAsync(cancellationToken);
        var live = _app.Services.GetRequiredService<Live>();
        while (!live.IsListening) await Task.Delay(10, cancellationToken);
    }

    /// <summary>Does what a worker does with a job of this handler.</summary>
    public async Task<JobResult> RunAsync<THandler>(CancellationToken cancellationToken)
        where THandler : IJobHandler
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var job = new ClaimedJob(Guid.CreateVersion7(), typeof(THandler).Name, null, null, "{}", 1, 1);
        return await Task.Run(() => scope.ServiceProvider.GetRequiredService<THandler>().RunAsync(new JobRun(job), cancellationToken), cancellationToken);
    }

    /// <summary>Does something with a service of a scope of its own.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<Person> PersonAsync(Guid id, CancellationToken cancellationToken) =>
        await _app.Services.GetRequiredService<People>().FindAsync(id, cancellationToken) ?? throw new BenchTroubleException($"Nobody has the id {id}.");

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
