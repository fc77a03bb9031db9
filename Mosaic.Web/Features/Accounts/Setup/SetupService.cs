using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Features.Accounts.Passwords;

namespace Mosaic.Web.Features.Accounts.Setup;

/// <summary>Makes the first admin, once.</summary>
public sealed class SetupService(IDbContextFactory<MosaicDb> databases, AccountMaker maker, PasswordWork passwords)
{
    /// <summary>Any number that nothing else in the house locks.</summary>
    private const long OneAtATime = 0x6d6f73_5e70;

    /// <summary>Whoever comes second, even by a millisecond, is told that the admin exists.</summary>
    public async Task<SetupResult> MakeFirstAdminAsync(NewAccount account, HttpContext? http, CancellationToken cancellationToken = default)
    {
        var errors = AccountRules.Check(account);
        if (errors.Any) return new SetupResult.Refused(errors);
        var hash = await passwords.HashAsync(account.Password, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OneAtATime})", cancellationToken);
        if (await db.Users.AnyAsync(cancellationToken)) return new SetupResult.AlreadyDone();
        var user = AccountMaker.UserOf(account);
        await maker.AddAsync(db, user, hash, asAdmin: true, http, cancellationToken);
        await db.AppSettings.Where(setting => setting.Key == SetupCode.SettingKey).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SetupResult.Made(user);
    }
}
