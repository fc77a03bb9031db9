using Microsoft.AspNetCore.Antiforgery;

namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>Refuses writes of scripts that do not carry the page's antiforgery token; the middleware does so only for forms.</summary>
internal static class AntiforgeryHeader
{
    public static RouteGroupBuilder RequireAntiforgeryHeader(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(async (context, next) =>
            await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
                ? await next(context)
                : TypedResults.Problem("The page is out of date. Reload it and try again.", statusCode: StatusCodes.Status400BadRequest));
}
