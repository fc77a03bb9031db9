using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Web.Platform.CurrentUser;

/// <summary>The signed-in person of this circuit or page. Endpoints read <see cref="ClaimsPrincipalExtensions.UserId"/> instead.</summary>
public sealed class CurrentUser(AuthenticationStateProvider authentication, IDbContextFactory<MosaicDb> databases)
{
    private Person? _person;

    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in; the page lacks <c>[Authorize]</c>.</exception>
    public async Task<Person> GetAsync(CancellationToken cancellationToken = default) =>
        await FindAsync(cancellationToken) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The signed-in person, or null.</summary>
    public async Task<Person?> FindAsync(CancellationToken cancellationToken = default)
    {
        if (_person is not null) return _person;
        var state = await authentication.GetAuthenticationStateAsync();
        if (state.User.Identity?.IsAuthenticated is not true) return null;
        return _person = await LoadAsync(state.User, cancellationToken);
    }

    private async Task<Person?> LoadAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var id = principal.UserId();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken);
        return user is null ? null : new Person(
            user.Id, user.UserName!, user.ShownName, user.AvatarResourceId, ZoneOf(user.TimeZone), user.DayEndsAt,
            CultureOf(user.Language), user.Theme, principal.IsInRole("admin"));
    }

    private static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }
}
