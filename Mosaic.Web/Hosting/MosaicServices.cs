using Microsoft.Extensions.DependencyInjection.Extensions;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Admin;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Docs;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Search;
using Mosaic.Web.Features.Sync;
using Mosaic.Web.Hosting.Database;
using Mosaic.Web.Hosting.Failures;
using Mosaic.Web.Hosting.Health;
using Mosaic.Web.Hosting.Security;
using Mosaic.Web.Hosting.Telemetry;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Markdown;
using Mosaic.Web.Platform.Outbound;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Hosting;

/// <summary>What the app is made of: the platform first, then each slice by its own door.</summary>
internal static class MosaicServices
{
    public static void AddMosaic(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var settings = MosaicOptionsReader.Read(builder.Configuration);
        builder.Logging.AddMosaicLogging();
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddMosaicDatabase();
        builder.WebHost.UseUsualAddress();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        // A build that is not published finds its files by a manifest, whatever the environment is called.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.AddMosaicPages(builder.Environment.IsDevelopment());
        services.AddMosaicSecurity(settings);
        services.AddMosaicHealth();
        services.AddMosaicTelemetry(settings);
        services.AddFailurePages();
        services.AddCurrentUser();
        services.AddLive();
        services.AddAppSettings();
        services.AddJobs();
        services.AddAi();
        services.AddFiles();
        services.AddApi();
        services.AddMarkdown();
        services.AddOutbound();
        services.AddBrowser();
        services.AddAccounts();
        services.AddAdmin();
        services.AddMemos();
        services.AddDiary();
        services.AddBots();
        services.AddChat();
        services.AddSearch();
        services.AddSync();
        services.AddDocs();
    }
}
