using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mosaic.Web.Hosting;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Tests.Jobs;

/// <summary><c>job-server</c>: Mosaic as it is, with short leases and two kinds of work that leave traces a test can count.</summary>
internal static class JobServerCommand
{
    public const string Name = "job-server";

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Mosaic.Web", EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.AddMosaic();
        builder.Services.AddSingleton(new JobOptions { Lease = TimeSpan.FromSeconds(2), Drain = TimeSpan.FromSeconds(1) });
        builder.Services.AddJob<TracedWork>(TracedWork.Kind, "Work that leaves a trace");
        builder.Services.AddJob<EndlessWork>(EndlessWork.Kind, "Work without an end");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        await app.PrepareMosaicAsync();
        await app.GreetWhenReadyAsync();
        app.UseMosaic();
        await app.RunAsync();
        return 0;
    }
}
