using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.Profile;

/// <summary>Keeps the theme that somebody chose from a menu; the page has changed already.</summary>
internal static class ThemeEndpoint
{
    public static void MapTheme(this IEndpointRouteBuilder routes) => routes.MapPost("/account/theme", SetAsync);

    private static async Task<Results<NoContent, BadRequest>> SetAsync(
        [FromForm] string theme, ClaimsPrincipal person, ProfileService profiles, CancellationToken cancellationToken) =>
        await profiles.SetThemeAsync(person.UserId(), theme, cancellationToken) ? TypedResults.NoContent() : TypedResults.BadRequest();
}
