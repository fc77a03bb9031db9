using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Features.Accounts.SignIn;

namespace Mosaic.Web.Features.Accounts.Session;

/// <summary>What a cookie or a circuit claims about an account, as the database knows it now.</summary>
public sealed record AccountState(Guid Id, string UserName, string Stamp, bool MustChangePassword, bool IsAdmin)
{
    public const string StampClaim = "stamp";
    public const string MustChangePasswordClaim = "must_change_password";

    private static readonly Func<MosaicDb, Guid, Task<AccountState?>> Query = EF.CompileAsyncQuery((MosaicDb db, Guid id) => db.Users
        .Where(user => user.Id == id && user.IsActive)
        .Select(user => new AccountState(user.Id, user.UserName!, user.SecurityStamp!, user.MustChangePassword,
            db.UserRoles.Any(link => link.UserId == id && link.RoleId == AccountRoles.AdminId)))
        .FirstOrDefault());

    /// <summary>Null when the account is disabled or gone.</summary>
    public static Task<AccountState?> FindAsync(MosaicDb db, Guid userId) => Query(db, userId);

    public ClaimsPrincipal ToPrincipal()
    {
        var identity = new ClaimsIdentity(SignInCookie.Scheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, Id.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, UserName));
        identity.AddClaim(new(ClaimTypes.Role, AccountRoles.User));
        if (IsAdmin) identity.AddClaim(new(ClaimTypes.Role, AccountRoles.Admin));
        if (MustChangePassword) identity.AddClaim(new(MustChangePasswordClaim, "true"));
        identity.AddClaim(new(StampClaim, Stamp));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>A new password, a disabled account or "end my sessions" changes the stamp: what carries the old one is over.</summary>
    public bool Accepts(ClaimsPrincipal principal) => principal.FindFirstValue(StampClaim) == Stamp;

    /// <summary>True when role, name or duty changed since the principal was made.</summary>
    public bool Differs(ClaimsPrincipal principal) =>
        principal.Identity?.Name != UserName || principal.IsInRole(AccountRoles.Admin) != IsAdmin
        || principal.HasClaim(MustChangePasswordClaim, "true") != MustChangePassword;
}
