using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Data.Admin;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Accounts.Passwords;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Admin.Users;

/// <summary>What admins do to accounts. Whoever loses their account or rights loses their open pages and cookies with it.</summary>
public sealed class UserAdministration(
    IDbContextFactory<MosaicDb> databases, AccountMaker maker, PasswordWork passwords, FileCleaner files, Live live, TimeProvider time)
{
    /// <summary>Makes an account whose temporary password must be changed at the first sign-in.</summary>
    public async Task<AdminResult> MakeAsync(Guid adminId, string userName, string email, bool asAdmin, CancellationToken cancellationToken = default)
    {
        var errors = AccountRules.CheckNames(userName, email);
        if (errors.Any) return new AdminResult.Invalid(errors);
        var password = TemporaryPasswords.New();
        var hash = await passwords.HashAsync(password, cancellationToken);
        await using var work = await AdminWork.BeginAsync(databases, adminId, time.GetUtcNow(), cancellationToken);
        if (work is null) return new AdminResult.NotFound();
        var user = AccountMaker.UserOf(new NewAccount(userName, email, password));
        user.MustChangePassword = true;
        errors = await maker.AddAsync(work.Db, user, hash, asAdmin, http: null, cancellationToken);
        if (errors.Any) return new AdminResult.Invalid(errors);
        work.Record(AuditAction.UserMade, userName, null, new { email, admin = asAdmin });
        await work.CommitAsync(cancellationToken);
        return new AdminResult.TemporaryPassword(userName, password);
    }

    /// <summary>Keeps everything the person wrote and lets nobody in until the account is enabled again.</summary>
    public Task<AdminResult> DisableAsync(Guid adminId, Guid userId, CancellationToken cancellationToken = default) =>
        ChangeAsync(adminId, userId, takesAnAdmin: true, (work, user) =>
        {
            work.Record(AuditAction.UserDisabled, user.UserName!, new { active = user.IsActive }, new { active = false });
            work.Db.ConnectionLogs.Add(Line(user, ConnectionAction.AccountDisabled));
            user.IsActive = false;
            user.SecurityStamp = AccountMaker.NewStamp();
        }, cancellationToken);

    public Task<AdminResult> EnableAsync(Guid adminId, Guid userId, CancellationToken cancellationToken = default) =>
        ChangeAsync(adminId, userId, takesAnAdmin: false, (work, user) =>
        {
            work.Record(AuditAction.UserEnabled, user.UserName!, new { active = user.IsActive }, new { active = true });
            work.Db.ConnectionLogs.Add(Line(user, ConnectionAction.AccountEnabled));
            user.IsActive = true;
        }, cancellationToken);

    /// <summary>A new temporary password; also opens an account that too many failures locked.</summary>
    public async Task<AdminResult> ResetPasswordAsync(Guid adminId, Guid userId, CancellationToken cancellationToken = default)
    {
        var password = TemporaryPasswords.New();
        var hash = await passwords.HashAsync(password, cancellationToken);
        var name = "";
        var result = await ChangeAsync(adminId, userId, takesAnAdmin: false, (work, user) =>
        {
            name = user.UserName!;
            work.Record(AuditAction.PasswordReset, name, null, null);
            work.Db.ConnectionLogs.Add(Line(user, ConnectionAction.PasswordReset));
            user.PasswordHash = hash;
            user.MustChangePassword = true;
            user.LockoutEnd = null;
            user.SecurityStamp = AccountMaker.NewStamp();
        }, cancellationToken);
        return result is AdminResult.Done ? new AdminResult.TemporaryPassword(name, password) : result;
    }

    /// <summary>Everything the person has goes with the account, files included.</summary>
    public async Task<AdminResult> DeleteAsync(Guid adminId, Guid userId, CancellationToken cancellationToken = default)
    {
        var result = await ChangeAsync(adminId, userId, takesAnAdmin: true, (work, user) =>
        {
            work.Record(AuditAction.UserDeleted, user.UserName!, new { user.Email, active = user.IsActive }, null);
            work.Db.ConnectionLogs.Add(Line(user, ConnectionAction.AccountDeleted, isGone: true));
            work.Db.Users.Remove(user);
        }, cancellationToken);
        if (result is AdminResult.Done) await LetGoOfFilesAsync(userId);
        return result;
    }

    public Task<AdminResult> PromoteAsync(Guid adminId, Guid userId, CancellationToken cancellationToken = default) =>
        SetAdminAsync(adminId, userId, isAdmin: true, cancellationToken);

    public Task<AdminResult> DemoteAsync(Guid adminId, Guid userId, CancellationToken cancellationToken = default) =>
        SetAdminAsync(adminId, userId, isAdmin: false, cancellationToken);

    private async Task<AdminResult> SetAdminAsync(Guid adminId, Guid userId, bool isAdmin, CancellationToken cancellationToken)
    {
        await using var work = await AdminWork.BeginAsync(databases, adminId, time.GetUtcNow(), cancellationToken);
        var name = work is null ? null : await NameOfAsync(work.Db, userId, cancellationToken);
        if (work is null || name is null) return new AdminResult.NotFound();
        if (!isAdmin && !await work.IsAnotherAdminThereAsync(userId, cancellationToken)) return LastAdmin();
        var links = work.Db.UserRoles.Where(link => link.UserId == userId && link.RoleId == AccountRoles.AdminId);
        var wasAdmin = await links.ExecuteDeleteAsync(cancellationToken) > 0;
        if (isAdmin) work.Db.UserRoles.Add(new() { UserId = userId, RoleId = AccountRoles.AdminId });
        work.Record(isAdmin ? AuditAction.UserPromoted : AuditAction.UserDemoted, name, new { admin = wasAdmin }, new { admin = isAdmin });
        await work.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Account(userId), "rights", cancellationToken);
        return new AdminResult.Done();
    }

    private async Task<AdminResult> ChangeAsync(
        Guid adminId, Guid userId, bool takesAnAdmin, Action<AdminWork, User> change, CancellationToken cancellationToken)
    {
        await using var work = await AdminWork.BeginAsync(databases, adminId, time.GetUtcNow(), cancellationToken);
        var user = work is null ? null : await work.Db.Users.SingleOrDefaultAsync(user => user.Id == userId, cancellationToken);
        if (work is null || user is null) return new AdminResult.NotFound();
        if (takesAnAdmin && !await work.IsAnotherAdminThereAsync(userId, cancellationToken)) return LastAdmin();
        user.UpdatedAt = time.GetUtcNow();
        change(work, user);
        if (!user.IsActive) await work.Db.RevokeKeysAsync(userId, time.GetUtcNow(), cancellationToken);
        await work.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Account(userId), "ended", cancellationToken);
        return new AdminResult.Done();
    }

    /// <summary>The rows are gone already; bytes that cannot be removed now are left to the daily sweep.</summary>
    private async Task LetGoOfFilesAsync(Guid userId)
    {
        try
        {
            await files.DeleteUnusedAsync(userId, CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static Task<string?> NameOfAsync(MosaicDb db, Guid userId, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.Id == userId).Select(user => user.UserName).SingleOrDefaultAsync(cancellationToken);

    private static AdminResult.Refused LastAdmin() => new("This is the last admin. Make somebody else an admin first.");

    private ConnectionLog Line(User user, string action, bool isGone = false) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        UserId = isGone ? null : user.Id,
        UserName = user.UserName!,
        Action = action,
        CreatedAt = time.GetUtcNow(),
    };
}
