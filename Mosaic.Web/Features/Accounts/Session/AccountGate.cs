using Microsoft.AspNetCore.StaticAssets;
using Mosaic.Web.Features.Accounts.Setup;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Accounts.Session;

/// <summary>
/// Two doors before every page: with no account at all everything leads to <c>/setup</c>, and who must change their password gets
/// nothing else until they have. Programs bring credentials that are refused in both cases.
/// </summary>
internal sealed class AccountGate(RequestDelegate next, FirstRun firstRun)
{
    private static readonly string[] AlwaysOpen = ["/healthz", "/readyz"];
    private static readonly string[] OpenBeforeChange = ["/account/password", "/sign-out"];

    public async Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || Contains(AlwaysOpen, path) || http.IsApi())
            await next(http);
        else if (!await firstRun.IsOverAsync(http.RequestAborted))
            await (Contains(["/setup"], path) ? next(http) : Redirect(http, "/setup"));
        else if (Contains(["/setup"], path) && HttpMethods.IsGet(http.Request.Method))
            await Redirect(http, "/");
        else if (http.User.HasClaim(AccountState.MustChangePasswordClaim, "true") && !Contains(OpenBeforeChange, path))
            await RefuseAsync(http);
        else
            await next(http);
    }

    private static Task RefuseAsync(HttpContext http)
    {
        if (http.IsForPage()) return Redirect(http, "/account/password");
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool Contains(string[] paths, string path) => paths.Contains(path.TrimEnd('/'), StringComparer.OrdinalIgnoreCase);

    private static Task Redirect(HttpContext http, string address)
    {
        http.Response.Redirect(http.Request.PathBase + address);
        return Task.CompletedTask;
    }
}
