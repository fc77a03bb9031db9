using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;

namespace Mosaic.Web.Features.Accounts.SignIn;

/// <summary>
/// Ten failures within five minutes lock an account for fifteen. Identity counts failures without a window, so they are counted from the
/// sign-in log: those since the last success, the last lock and the last five minutes, whichever is latest.
/// </summary>
public sealed class Lockout(TimeProvider time)
{
    public const int Failures = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>Holds the account's row until the transaction ends, so that tries at the same moment are counted one after the other.</summary>
    public async Task<bool> IsLockedAsync(MosaicDb db, Guid? userId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = userId ?? Guid.Empty;
        var until = await db.Database.SqlQuery<DateTimeOffset?>($"SELECT lockout_end AS \"Value\" FROM users WHERE id = {id} FOR UPDATE")
            .ToListAsync(cancellationToken);
        return until is [{ } end] && end > now;
    }

    /// <summary>True when this failure was one too many.</summary>
    public async Task<bool> LockIfTooManyAsync(MosaicDb db, Guid? userId, CancellationToken cancellationToken)
    {
        var id = userId ?? Guid.Empty;
        var now = time.GetUtcNow();
        var since = now - Window;
        var lastUnlock = await db.Users.Where(user => user.Id == id).Select(user => user.LockoutEnd).FirstOrDefaultAsync(cancellationToken);
        if (lastUnlock > since) since = lastUnlock.Value;
        var mine = db.ConnectionLogs.Where(entry => entry.UserId == id && entry.CreatedAt > since);
        var lastSuccess = await mine.Where(entry => entry.Action == ConnectionAction.SignIn)
            .MaxAsync(entry => (DateTimeOffset?)entry.CreatedAt, cancellationToken);
        var failures = await mine.CountAsync(
            entry => entry.Action == ConnectionAction.SignInFailed && (lastSuccess == null || entry.CreatedAt > lastSuccess), cancellationToken);
        if (failures < Failures) return false;
        await db.Users.Where(user => user.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.LockoutEnd, now + Length), cancellationToken);
        return true;
    }
}
