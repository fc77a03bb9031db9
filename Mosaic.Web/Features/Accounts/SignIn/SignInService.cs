using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Web.Features.Accounts.Passwords;
using Mosaic.Web.Features.Accounts.Session;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Accounts.SignIn;

/// <summary>Signs people in and out. Locked, disabled, unknown and mistyped all end in the same answer after the same time.</summary>
public sealed class SignInService(
    IDbContextFactory<MosaicDb> databases, PasswordWork passwords, ILookupNormalizer normalizer, Lockout lockout, TimeProvider time)
{
    /// <summary>True when the password is right and the account may be used; the cookie is then set.</summary>
    public async Task<bool> SignInAsync(HttpContext http, string nameOrEmail, string password, bool remember)
    {
        if (await ProveAsync(http, nameOrEmail, password, logsSuccess: true) is not { } user) return false;
        await EnterAsync(http, user.Id, remember);
        return true;
    }

    /// <summary>Who it is, when the password is right and the account may be used. Failures are logged and counted.</summary>
    /// <param name="http">The request they ask by.</param>
    /// <param name="nameOrEmail">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="logsSuccess">False leaves that line to who lets them in.</param>
    public async Task<User?> ProveAsync(HttpContext http, string nameOrEmail, string password, bool logsSuccess)
    {
        var cancellationToken = http.RequestAborted;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var user = await FindAsync(db, nameOrEmail, cancellationToken);
        var tooLong = password.Length > PasswordRules.MaximumLength;
        var right = await passwords.IsRightAsync(user?.PasswordHash, tooLong ? "" : password, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await lockout.IsLockedAsync(db, user?.Id, cancellationToken);
        var comesIn = right && !locked && user!.IsActive;
        if (!comesIn || logsSuccess) db.ConnectionLogs.Add(http.LogEntry(user?.Id, nameOrEmail, comesIn ? ConnectionAction.SignIn : ConnectionAction.SignInFailed, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        if (!comesIn && !locked && await lockout.LockIfTooManyAsync(db, user?.Id, cancellationToken))
        {
            db.ConnectionLogs.Add(http.LogEntry(user?.Id, nameOrEmail, ConnectionAction.LockedOut, time.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return comesIn ? user : null;
    }

    /// <summary>Somebody has just made their account: they are in.</summary>
    public async Task EnterNewAsync(HttpContext http, Guid userId)
    {
        await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
        var name = await db.Users.Where(user => user.Id == userId).Select(user => user.UserName!).SingleAsync(http.RequestAborted);
        db.ConnectionLogs.Add(http.LogEntry(userId, name, ConnectionAction.SignIn, time.GetUtcNow()));
        await db.SaveChangesAsync(http.RequestAborted);
        await EnterAsync(http, userId, remember: true);
    }

    /// <summary>Sets the cookie of somebody who has just proved who they are.</summary>
    private async Task EnterAsync(HttpContext http, Guid userId, bool remember)
    {
        await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
        var state = await AccountState.FindAsync(db, userId) ?? throw new InvalidOperationException("The account is gone.");
        await http.SignInAsync(SignInCookie.Scheme, state.ToPrincipal(), new AuthenticationProperties { IsPersistent = remember });
    }

    /// <summary>Gives the cookie of this request what the account says now, and keeps how long it lasts.</summary>
    public async Task RenewAsync(HttpContext http, Guid userId)
    {
        var remember = (await http.AuthenticateAsync(SignInCookie.Scheme)).Properties?.IsPersistent ?? false;
        await EnterAsync(http, userId, remember);
    }

    public async Task SignOutAsync(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated is true)
        {
            await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
            db.ConnectionLogs.Add(http.LogEntry(http.User.UserId(), http.User.Identity.Name!, ConnectionAction.SignOut, time.GetUtcNow()));
            await db.SaveChangesAsync(http.RequestAborted);
        }
        await http.SignOutAsync(SignInCookie.Scheme);
    }

    private async Task<User?> FindAsync(MosaicDb db, string nameOrEmail, CancellationToken cancellationToken)
    {
        // Composing throws at the one character and the database at the other, and nobody is called so.
        if (nameOrEmail.AsSpan().ContainsAny('\uFFFE', '\0')) return null;
        var name = normalizer.NormalizeName(nameOrEmail);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(
            user => nameOrEmail.Contains('@') ? user.NormalizedEmail == name : user.NormalizedUserName == name, cancellationToken);
    }
}
