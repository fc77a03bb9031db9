using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Admin;
using Mosaic.Web.Features.Ai;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Features.Chat;
using Mosaic.Web.Features.Diary;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Search;
using Mosaic.Web.Hosting.Database;
using Mosaic.Web.Hosting.Failures;
using Mosaic.Web.Hosting.Health;
using Mosaic.Web.Hosting.Security;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.Api.Idempotency;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Shell;

namespace Mosaic.Web.Hosting;

/// <summary>What a request passes on its way.</summary>
internal static class MosaicPipeline
{
    /// <summary>What must stand before the first request.</summary>
    public static async Task PrepareMosaicAsync(this WebApplication app)
    {
        app.RefuseTakenAddress();
        await app.OpenDatabaseAsync();
        await app.PrepareAccountsAsync();
    }

    public static void UseMosaic(this WebApplication app)
    {
        foreach (var key in MosaicKeys.UnknownIn(Environment.GetEnvironmentVariables()))
            app.Logger.LogWarning("{Key} is no setting of Mosaic and does nothing; docs/configuration.md lists them all", key);
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseResponseCompression();
        app.UseFailurePages();
        app.UseAuthentication();
        app.UseWebSockets();
        app.UseMiddleware<CircuitGate>();
        app.UseRateLimiter();
        app.UseAccounts();
        app.UseAuthorization();
        app.UseMiddleware<IdempotencyGate>();
        app.UseAntiforgery();
        app.UseMiddleware<AntiforgeryGate>();
        app.MapStaticAssets().AllowAnonymous();
        app.MapMosaicHealth();
        app.MapAntiforgeryToken();
        app.MapApiDocument();
        app.MapApi();
        app.MapFiles();
        app.MapAccounts();
        app.MapAdmin();
        app.MapAi();
        app.MapMemos();
        app.MapDiary();
        app.MapBots();
        app.MapChat();
        app.MapSearch();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
