using Microsoft.AspNetCore.Components.Endpoints;

namespace Mosaic.Web.Features.Accounts.Session;

internal static class PageRequests
{
    /// <summary>Whether somebody opens a page, even one that does not exist; everything else wants a status, not a redirect.</summary>
    public static bool IsForPage(this HttpContext http) => http.GetEndpoint() is { } endpoint
        ? endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        : HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
