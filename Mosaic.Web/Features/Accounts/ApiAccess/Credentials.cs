using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Accounts.ApiAccess;

/// <summary>Asks the database whether a key or a family of tokens is good now: not revoked, not over, and its person may come in.</summary>
internal sealed class Credentials(IDbContextFactory<MosaicDb> databases, TimeProvider clock)
{
    private static readonly string[] AllScopes = [.. ApiScopes.ForKeys.Select(scope => scope.Name), ApiScopes.Account];

    // Of the instance, not the type: a compiled query belongs to one model, and a process may hold more than one.
    private readonly Func<MosaicDb, byte[], DateTimeOffset, Task<Credential?>> _keyQuery = EF.CompileAsyncQuery(
        (MosaicDb db, byte[] hash, DateTimeOffset now) => (
            from key in db.ApiKeys
            where key.Hash == hash && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now)
            join user in db.Users on key.UserId equals user.Id
            where user.IsActive && !user.MustChangePassword
            select new Credential(key.Id, true, user.Id, user.UserName!, db.UserRoles.Any(link => link.UserId == user.Id && link.RoleId == AccountRoles.AdminId), key.Scopes, key.ExpiresAt))
        .FirstOrDefault());

    private readonly Func<MosaicDb, Guid, Task<Credential?>> _familyQuery = EF.CompileAsyncQuery(
        (MosaicDb db, Guid id) => (
            from family in db.TokenFamilies
            where family.Id == id && family.RevokedAt == null
            join user in db.Users on family.UserId equals user.Id
            where user.IsActive && !user.MustChangePassword && user.SecurityStamp == family.SecurityStamp
            select new Credential(family.Id, false, user.Id, user.UserName!, db.UserRoles.Any(link => link.UserId == user.Id && link.RoleId == AccountRoles.AdminId), AllScopes, null))
        .FirstOrDefault());

    public async Task<Credential?> OfKeyAsync(string secret, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await _keyQuery(db, ApiSecret.HashOf(secret), clock.GetUtcNow());
    }

    public async Task<Credential?> OfFamilyAsync(Guid familyId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await _familyQuery(db, familyId);
    }
}
