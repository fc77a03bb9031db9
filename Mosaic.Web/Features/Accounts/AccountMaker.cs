using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Web.Features.Accounts.SignIn;
using Npgsql;

namespace Mosaic.Web.Features.Accounts;

/// <summary>Adds one account to a running transaction; every way to an account (setup, invitation, registration, admin) ends here.</summary>
public sealed class AccountMaker(ILookupNormalizer normalizer, TimeProvider time)
{
    private const string NameTaken = "This name is taken. Choose another.";
    private const string EmailTaken = "Another account uses this address.";

    /// <summary>Saves the account, or says which name or address is taken. After a refusal the transaction can only be rolled back.
    /// <paramref name="http"/> is the request of the person it is for; null when somebody else makes it.</summary>
    public async Task<FieldErrors> AddAsync(
        MosaicDb db, User user, string passwordHash, bool asAdmin, HttpContext? http, CancellationToken cancellationToken)
    {
        user.NormalizedUserName = normalizer.NormalizeName(user.UserName);
        user.NormalizedEmail = normalizer.NormalizeEmail(user.Email);
        var taken = new FieldErrors()
            .Add(nameof(NewAccount.UserName), await db.Users.AnyAsync(other => other.NormalizedUserName == user.NormalizedUserName, cancellationToken) ? NameTaken : null)
            .Add(nameof(NewAccount.Email), await db.Users.AnyAsync(other => other.NormalizedEmail == user.NormalizedEmail, cancellationToken) ? EmailTaken : null);
        if (taken.Any) return taken;
        user.PasswordHash = passwordHash;
        user.SecurityStamp = NewStamp();
        user.LockoutEnabled = true;
        user.CreatedAt = user.UpdatedAt = time.GetUtcNow();
        db.Users.Add(user);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation)
        {
            // Somebody took it since we looked.
            return violation.ConstraintName!.Contains("email", StringComparison.Ordinal)
                ? new FieldErrors().Add(nameof(NewAccount.Email), EmailTaken)
                : new FieldErrors().Add(nameof(NewAccount.UserName), NameTaken);
        }
        db.UserRoles.Add(new() { UserId = user.Id, RoleId = AccountRoles.UserId });
        if (asAdmin) db.UserRoles.Add(new() { UserId = user.Id, RoleId = AccountRoles.AdminId });
        db.ConnectionLogs.Add(http.LogEntry(user.Id, user.UserName!, ConnectionAction.AccountCreated, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return new FieldErrors();
    }

    public static User UserOf(NewAccount account) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = account.UserName,
        Email = account.Email,
        TimeZone = account.TimeZone is { Length: > 0 and <= 64 } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : "UTC",
    };

    /// <summary>A new stamp ends every session that carries the old one.</summary>
    public static string NewStamp() => Guid.NewGuid().ToString("N");
}
