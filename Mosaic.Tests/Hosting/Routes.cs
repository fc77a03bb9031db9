using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Hosting;

/// <summary>One way into the app: a method and an address with places to fill in.</summary>
internal sealed record Route(string Method, RoutePattern Pattern, bool IsAnonymous)
{
    public bool IsApi => Pattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal) || Pattern.RawText.StartsWith("/v1", StringComparison.Ordinal);

    public bool IsRead => Method == "GET";

    public IReadOnlyList<RoutePatternParameterPart> Places => Pattern.Parameters;

    /// <summary>Every way in, except served files, the circuit's own addresses and the catch-all for what is not there.</summary>
    public static IReadOnlyList<Route> Of(MosaicApp app) =>
    [
        .. from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
           where !IsOfTheFramework(endpoint.RoutePattern.RawText!)
           let isPage = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null
           let isAnonymous = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
           from method in isPage ? ["GET"] : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           where method != "HEAD"
           orderby endpoint.RoutePattern.RawText, method
           select new Route(method, endpoint.RoutePattern, isAnonymous),
    ];

    public string Fill(Func<string, string> value) => "/" + string.Join('/', Pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart place => value(place.Name),
            _ => throw new NotSupportedException($"A part of {Pattern.RawText} is neither text nor a place to fill."),
        }))));

    public override string ToString() => $"{Method} /{Pattern.RawText!.TrimStart('/')}";

    private static bool IsOfTheFramework(string pattern) =>
        pattern.StartsWith("/_", StringComparison.Ordinal) || pattern.StartsWith('_') || pattern.Contains("**", StringComparison.Ordinal);
}
