using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Mosaic.Web.Features.Accounts.Tokens;
using Mosaic.Web.Features.Sync.Devices;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.Devices;

/// <summary>Where the plain forms of <see cref="DevicesPage"/> go.</summary>
internal static class DeviceEndpoints
{
    public static void MapDevices(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/account/programs/{id:guid}/sign-out", SignOutAsync);
        routes.MapPost("/account/devices/forgotten", ForgetAsync);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> SignOutAsync(
        Guid id, ClaimsPrincipal person, TokenService tokens, CancellationToken cancellationToken) =>
        await tokens.RevokeAsync(person.UserId(), id, cancellationToken) ? TypedResults.LocalRedirect("/account/devices?signedOut=true") : TypedResults.NotFound();

    /// <param name="clientId">Named by the device, which may choose signs that an address cannot hold.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="devices">The devices that keep a copy.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    private static async Task<Results<RedirectHttpResult, NotFound>> ForgetAsync(
        [FromForm] string clientId, ClaimsPrincipal person, DeviceService devices, CancellationToken cancellationToken) =>
        DeviceService.RefuseName(clientId) is null && await devices.ForgetAsync(person.UserId(), clientId, cancellationToken)
            ? TypedResults.LocalRedirect("/account/devices?forgotten=true")
            : TypedResults.NotFound();
}
