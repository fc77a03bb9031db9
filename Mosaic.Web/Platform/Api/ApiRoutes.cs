using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Mosaic.Web.Platform.Api;

/// <summary>Puts every <see cref="IApiGroup"/> on the network. What holds for all operations is said here, once.</summary>
public static class ApiRoutes
{
    public const string Prefix = "/api/v1";

    /// <summary>Where programs that speak OpenAI's protocol ask.</summary>
    public const string OpenAiPrefix = "/v1";

    /// <summary>The authentication scheme of programs; a browser's cookie is not accepted here.</summary>
    public const string Scheme = "Bearer";

    /// <summary>In bytes; uploads of files widen it for themselves.</summary>
    public const int MaxBody = 4 << 20;

    /// <summary>Whether the request is for a program's interface, whatever its Accept header says.</summary>
    public static bool IsApi(this HttpContext http) => PathOf(http).StartsWithSegments(Prefix) || http.IsOpenAi();

    /// <summary>Whether who asks wants everything in OpenAI's shape, refusals too.</summary>
    public static bool IsOpenAi(this HttpContext http) => PathOf(http).StartsWithSegments(OpenAiPrefix);

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapPrograms(Prefix, MaxBody);
        foreach (var type in typeof(ApiRoutes).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IApiGroup))))
        {
            var group = (IApiGroup)Activator.CreateInstance(type)!;
            group.Map(api.MapGroup(group.Address).WithTags(group.Title));
        }
    }

    /// <summary>A place where programs ask, closed to all but those whose credential has the scope that an operation names.</summary>
    /// <param name="routes">Of the app.</param>
    /// <param name="prefix">Where.</param>
    /// <param name="maxBody">In bytes.</param>
    public static RouteGroupBuilder MapPrograms(this IEndpointRouteBuilder routes, string prefix, int maxBody)
    {
        var group = routes.MapGroup(prefix)
            .RequireAuthorization(new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().AddRequirements(new ScopeRequirement()).Build())
            .RequireRateLimiting(RateLimits.RateLimits.Api)
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(maxBody));
        group.AddEndpointFilter<InputFilter>();
        return group;
    }

    /// <summary>While a failure is being answered, the path is that of the page in its place.</summary>
    private static PathString PathOf(HttpContext http) => http.Features.Get<IExceptionHandlerPathFeature>() is { } failure ? new PathString(failure.Path) : http.Request.Path;
}
