using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Mosaic.Data;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Markdown;
using Npgsql;
using Radzen;

namespace Mosaic.Web.Hosting;

/// <summary>What the app is made of: the platform first, then each slice by its own door.</summary>
internal static class MosaicServices
{
    public static void AddMosaic(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(builder.Configuration.GetConnectionString("Mosaic")).Build());
        services.AddDbContextFactory<MosaicDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.MigrationsHistoryTable("schema_migrations"))
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.AddCurrentUser();
        services.AddLive();
        services.AddMarkdown();
        services.AddAccounts();
        services.AddMemos();
    }
}
