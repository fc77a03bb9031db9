using Microsoft.AspNetCore.Antiforgery;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Hosting.Security;

/// <summary>
/// Asks every request that changes something for the antiforgery token: in the header, or in a plain form's hidden field. Forms of pages
/// are checked by the framework; here stand the endpoints, JSON and uploads alike. One can opt out by <c>DisableAntiforgery()</c>; the API takes no cookie and
/// needs no token.
/// </summary>
internal sealed class AntiforgeryGate(RequestDelegate next, IAntiforgery antiforgery)
{
    public const string HeaderName = "RequestVerificationToken";

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsOurs(context) && !(CarriesToken(context.Request) && await antiforgery.IsRequestValidAsync(context)))
        {
            await Results.Problem("Reload the page and try again.", statusCode: StatusCodes.Status400BadRequest, title: "This request did not come from a page of Mosaic.")
                .ExecuteAsync(context);
            return;
        }
        await next(context);
    }

    /// <summary>An upload is not read in search of a token: it must be in the header.</summary>
    private static bool CarriesToken(HttpRequest request) =>
        request.Headers.ContainsKey(HeaderName)
        || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;

    private static bool IsOurs(HttpContext context) =>
        !IsRead(context.Request.Method)
        && !context.Request.Path.StartsWithSegments("/_blazor")
        && !context.IsApi()
        && context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is null;

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
