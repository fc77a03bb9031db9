using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Web.Features.Accounts.SignIn;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Accounts.Passwords;

/// <summary>Lets people choose a new password. Every other session of theirs ends.</summary>
public sealed class PasswordChange(
    IDbContextFactory<MosaicDb> databases, PasswordWork passwords, SignInService signIn, Live live, TimeProvider time)
{
    /// <summary>Answers with what is wrong, or with nothing once the password is changed and the cookie renewed.</summary>
    public async Task<FieldErrors> ChangeAsync(HttpContext http, Guid userId, string current, string chosen)
    {
        var cancellationToken = http.RequestAborted;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var user = await db.Users.AsNoTracking().SingleAsync(user => user.Id == userId, cancellationToken);
        if (current.Length > PasswordRules.MaximumLength || !await passwords.IsRightAsync(user.PasswordHash, current, cancellationToken))
            return new FieldErrors().Add("Current", "This is not your current password.");
        var errors = new FieldErrors().Add("Chosen", chosen == current
            ? "Choose a password that differs from the current one."
            : PasswordRules.Refusal(chosen, user.UserName!, user.Email!));
        if (errors.Any) return errors;

        var hash = await passwords.HashAsync(chosen, cancellationToken);
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Only over the password that was just checked: a reset by an admin in the same moment wins.
        var changed = await db.Users.Where(row => row.Id == userId && row.PasswordHash == user.PasswordHash).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.PasswordHash, hash)
            .SetProperty(row => row.SecurityStamp, AccountMaker.NewStamp())
            .SetProperty(row => row.MustChangePassword, false)
            .SetProperty(row => row.UpdatedAt, now), cancellationToken);
        if (changed == 0) return new FieldErrors().Add("Current", "Your password was changed elsewhere a moment ago. Sign in again.");
        db.ConnectionLogs.Add(http.LogEntry(userId, user.UserName!, ConnectionAction.PasswordChanged, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await signIn.RenewAsync(http, userId);
        await live.AnnounceAsync(Topics.Account(userId), "password", cancellationToken);
        return errors;
    }
}
