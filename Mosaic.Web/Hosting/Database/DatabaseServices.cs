using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Mosaic.Data;
using Mosaic.Data.Migrations;
using Mosaic.Data.Sync;
using Npgsql;

namespace Mosaic.Web.Hosting.Database;

internal static class DatabaseServices
{
    public static void AddMosaicDatabase(this IServiceCollection services)
    {
        services.AddSingleton<MosaicDatabase>();
        services.AddSingleton(provider => provider.GetRequiredService<MosaicDatabase>().Source);
        services.AddPooledDbContextFactory<MosaicDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.MigrationsHistoryTable(DatabaseMigrator.HistoryTable))
            .AddInterceptors(new ReceiptScope.Interceptor())
            // A receipt that is there already ends a transaction by an exception, which is no failure; real ones reach whoever asked.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning).Log((RelationalEventId.TransactionError, LogLevel.Debug))));
    }

    /// <summary>Opens the database and brings it up to date.</summary>
    public static async Task OpenDatabaseAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<MosaicDatabase>().OpenAsync();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();
        await DatabaseMigrator.MigrateAsync(db);
    }
}
