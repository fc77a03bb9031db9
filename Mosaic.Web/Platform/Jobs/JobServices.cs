using Mosaic.Data.Jobs;
using Npgsql;

namespace Mosaic.Web.Platform.Jobs;

public static class JobServices
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton(new JobOptions());
        services.AddSingleton<JobKinds>();
        services.AddSingleton<JobDesk>();
        services.AddSingleton<JobBell>();
        services.AddSingleton<JobLeases>();
        services.AddSingleton<JobNews>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton(provider => new JobClaims(
            provider.GetRequiredService<NpgsqlDataSource>(), $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}", provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<JobWorker>();
        // Stopped in reverse: leases are kept until the last job is put back.
        services.AddHostedService<JobKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<JobWorker>());
    }

    /// <summary>Names who does jobs of a kind, and what people call it, such as <c>Propose tags</c>; <paramref name="isSlow"/> as in <see cref="JobKind.IsSlow"/>.</summary>
    public static void AddJob<THandler>(this IServiceCollection services, string kind, string title, bool isSlow = false)
        where THandler : class, IJobHandler
    {
        services.AddScoped<THandler>();
        services.AddSingleton(new JobKind(kind, title, typeof(THandler)) { IsSlow = isSlow });
    }
}
