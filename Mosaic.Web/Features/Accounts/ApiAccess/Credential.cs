using System.Security.Claims;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Accounts.ApiAccess;

/// <summary>A good key or access token: whose it is and what it may do.</summary>
internal sealed record Credential(Guid Id, bool IsKey, Guid UserId, string UserName, bool IsAdmin, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt)
{
    /// <summary>Tells one credential from another, for limits.</summary>
    public const string Claim = "credential";

    public ClaimsPrincipal ToPrincipal()
    {
        var identity = new ClaimsIdentity(ApiRoutes.Scheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, UserId.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, UserName));
        identity.AddClaim(new(ClaimTypes.Role, AccountRoles.User));
        if (IsAdmin) identity.AddClaim(new(ClaimTypes.Role, AccountRoles.Admin));
        identity.AddClaim(new(Claim, Id.ToString("N")));
        // Who is no longer an admin keeps the key, but not what it could do as one.
        foreach (var scope in Scopes.Where(scope => scope != ApiScopes.Admin || IsAdmin)) identity.AddClaim(new(ScopeRequirement.Claim, scope));
        return new ClaimsPrincipal(identity);
    }
}
