using System.Security.Claims;

namespace Mosaic.Web.Platform.CurrentUser;

public static class ClaimsPrincipalExtensions
{
    /// <summary>The id of the signed-in person.</summary>
    /// <exception cref="InvalidOperationException">The principal carries no id: the endpoint lacks authorization.</exception>
    public static Guid UserId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? id
            : throw new InvalidOperationException("The principal carries no user id.");
}
