using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.Keys;

/// <summary>Where the plain forms of <see cref="KeysPage"/> go.</summary>
internal static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder routes) => routes.MapPost("/account/keys/{id:guid}/revocation", RevokeAsync);

    private static async Task<Results<RedirectHttpResult, NotFound>> RevokeAsync(
        Guid id, ClaimsPrincipal person, ApiKeyService keys, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(person.UserId(), id, cancellationToken) ? TypedResults.LocalRedirect("/account/keys?revoked=true") : TypedResults.NotFound();
}
