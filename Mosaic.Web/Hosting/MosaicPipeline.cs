using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Shell;

namespace Mosaic.Web.Hosting;

/// <summary>What a request passes on its way.</summary>
internal static class MosaicPipeline
{
    /// <summary>Brings the database up to date before the first request.</summary>
    public static async Task PrepareMosaicAsync(this WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    public static void UseMosaic(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAccounts();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapAccounts();
        app.MapMemos();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
