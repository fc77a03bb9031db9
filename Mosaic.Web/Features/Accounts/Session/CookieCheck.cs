using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Web.Features.Accounts.Session;

/// <summary>
/// Each request asks the database (one compiled query by key) whether the cookie's account is still good, so a disabled account's
/// cookie is refused from the next request on, in every web process. Style sheets and scripts are not worth the question.
/// </summary>
internal static class CookieCheck
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return;
        var principal = context.Principal!;
        var state = await FindAsync(http, principal);
        if (state is null || !state.Accepts(principal))
        {
            context.RejectPrincipal();
            await http.SignOutAsync(context.Scheme.Name);
        }
        else if (state.Differs(principal))
        {
            context.ReplacePrincipal(state.ToPrincipal());
            context.ShouldRenew = true;
        }
    }

    private static async Task<AccountState?> FindAsync(HttpContext http, ClaimsPrincipal principal)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return null;
        var databases = http.RequestServices.GetRequiredService<IDbContextFactory<MosaicDb>>();
        await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
        return await AccountState.FindAsync(db, id);
    }
}
