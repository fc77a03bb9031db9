using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Mosaic.Web.Platform.Api;

/// <summary>The credential carries the scope that the operation names.</summary>
internal sealed class ScopeRequirement : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    public const string Claim = "scope";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>() is { } needed && Has(context.User, needed.Scope))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool Has(ClaimsPrincipal user, string scope) => scope == NeedsScope.Any || user.HasClaim(Claim, scope);
}
