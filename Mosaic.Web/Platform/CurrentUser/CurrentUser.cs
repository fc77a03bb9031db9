using Microsoft.AspNetCore.Components.Authorization;

namespace Mosaic.Web.Platform.CurrentUser;

/// <summary>The signed-in person of this circuit or page. Endpoints read <see cref="ClaimsPrincipalExtensions.UserId"/> instead.</summary>
public sealed class CurrentUser(AuthenticationStateProvider authentication, People people)
{
    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in; the page lacks <c>[Authorize]</c>.</exception>
    public async ValueTask<Person> GetAsync(CancellationToken cancellationToken = default) =>
        await FindAsync(cancellationToken) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The signed-in person, or null.</summary>
    public async ValueTask<Person?> FindAsync(CancellationToken cancellationToken = default)
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        if (principal.Identity?.IsAuthenticated is not true) return null;
        var person = await people.FindAsync(principal.UserId(), cancellationToken);
        return person is null ? null : person with { IsAdmin = principal.IsInRole("admin") };
    }
}
