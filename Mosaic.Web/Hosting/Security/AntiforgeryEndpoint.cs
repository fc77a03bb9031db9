using Microsoft.AspNetCore.Antiforgery;

namespace Mosaic.Web.Hosting.Security;

internal static class AntiforgeryEndpoint
{
    /// <summary><c>GET /antiforgery</c> → <c>{"token": "…"}</c>: what a script puts in the <c>RequestVerificationToken</c> header.</summary>
    public static void MapAntiforgeryToken(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/antiforgery", (HttpContext context, IAntiforgery antiforgery) =>
            TypedResults.Ok(new AntiforgeryToken(antiforgery.GetAndStoreTokens(context).RequestToken!)));

    private sealed record AntiforgeryToken(string Token);
}
