using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Web.Features.Accounts.Passwords;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Accounts.Register;

/// <summary>Lets people make their own account, where the admin's setting allows it.</summary>
public sealed class RegistrationService(
    IDbContextFactory<MosaicDb> databases, AppSettingsReader settings, AccountMaker maker, PasswordWork passwords, TimeProvider time)
{
    public async Task<RegistrationMode> ModeAsync(CancellationToken cancellationToken = default) =>
        (await settings.GetAsync(cancellationToken)).Registration;

    public async Task<bool> IsInvitationGoodAsync(string token, CancellationToken cancellationToken = default)
    {
        if (await ModeAsync(cancellationToken) == RegistrationMode.Closed) return false;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Good(db, token).AnyAsync(cancellationToken);
    }

    /// <summary><paramref name="token"/> is the invitation's, or null where registration is open to all.</summary>
    public async Task<RegisterResult> RegisterAsync(NewAccount account, string? token, HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        var mode = await ModeAsync(cancellationToken);
        if (token is null ? mode != RegistrationMode.Open : !await IsInvitationGoodAsync(token, cancellationToken)) return new RegisterResult.NotOpen();
        var errors = AccountRules.Check(account);
        if (errors.Any) return new RegisterResult.Refused(errors);

        var hash = await passwords.HashAsync(account.Password, cancellationToken);
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Taking the invitation locks its row: of two people with one link the second finds it used.
        if (token is not null && await Good(db, token).ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellationToken) == 0)
            return new RegisterResult.NotOpen();
        var user = AccountMaker.UserOf(account);
        errors = await maker.AddAsync(db, user, hash, asAdmin: false, http, cancellationToken);
        if (errors.Any) return new RegisterResult.Refused(errors);
        if (token is not null)
        {
            var digest = InvitationTokens.HashOf(token);
            await db.Invitations.Where(row => row.TokenHash == digest)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedBy, user.Id), cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return new RegisterResult.Made(user.Id);
    }

    private IQueryable<Invitation> Good(MosaicDb db, string token)
    {
        var digest = InvitationTokens.HashOf(token);
        var now = time.GetUtcNow();
        return db.Invitations.Where(row => row.TokenHash == digest && row.UsedAt == null && row.ExpiresAt > now);
    }
}
