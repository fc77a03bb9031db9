using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Web.Features.Accounts.ApiAccess;
using Mosaic.Web.Features.Accounts.SignIn;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Accounts.Tokens;

/// <summary>Tokens of programs that sign in by password: a family a sign-in, whose refresh token changes at each use.</summary>
public sealed class TokenService(IDbContextFactory<MosaicDb> databases, AccessTokens access, Live live, TimeProvider clock)
{
    public const int MostFamilies = 10;
    public static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(30);

    /// <summary>Begins a family for somebody who has just proved who they are. The one unused the longest makes room when there are too many.</summary>
    public async Task<TokenPair> BeginAsync(HttpContext http, User user, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var entry = http.LogEntry(user.Id, user.UserName!, ConnectionAction.SignIn, now);
        var family = new TokenFamily
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            SecurityStamp = user.SecurityStamp!,
            IpAddress = entry.IpAddress,
            UserAgent = entry.UserAgent,
            LastUsedAt = now,
            CreatedAt = now,
        };
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM users WHERE id = {user.Id} FOR UPDATE", cancellationToken);
        var surplus = await Living(db, user.Id).OrderByDescending(other => other.LastUsedAt).Skip(MostFamilies - 1).Select(other => other.Id).ToListAsync(cancellationToken);
        if (surplus.Count > 0) await RevokeAsync(db.TokenFamilies.Where(other => surplus.Contains(other.Id)), now, cancellationToken);
        db.TokenFamilies.Add(family);
        db.ConnectionLogs.Add(entry);
        var secret = AddRefreshToken(db, family.Id, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (surplus.Count > 0) await live.AnnounceAsync(Topics.Account(user.Id), "tokens", CancellationToken.None);
        return Pair(family.Id, secret);
    }

    /// <summary>A new pair for an unused refresh token. One that was used already ends its whole family: either it was copied, or an answer was lost, and nobody can tell which. Null when it is refused.</summary>
    public async Task<TokenPair?> RefreshAsync(HttpContext http, string refreshToken, CancellationToken cancellationToken = default)
    {
        if (!ApiSecret.LooksRight(refreshToken, ApiSecret.RefreshPrefix)) return null;
        var (hash, now) = (ApiSecret.HashOf(refreshToken), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var token = (await db.RefreshTokens.FromSql($"SELECT * FROM refresh_tokens WHERE hash = {hash} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();
        if (token is null) return null;
        var families = db.TokenFamilies.Where(family => family.Id == token.FamilyId && family.RevokedAt == null);
        var owner = await (from family in families join user in db.Users on family.UserId equals user.Id select new { user.Id, user.UserName, family.SecurityStamp, IsGood = user.IsActive && !user.MustChangePassword && user.SecurityStamp == family.SecurityStamp })
            .SingleOrDefaultAsync(cancellationToken);
        if (owner is null) return null;
        if (token.UsedAt is not null)
        {
            await RevokeAsync(families, now, cancellationToken);
            db.ConnectionLogs.Add(http.LogEntry(owner.Id, owner.UserName!, ConnectionAction.RefreshReuse, now));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await live.AnnounceAsync(Topics.Account(owner.Id), "tokens", CancellationToken.None);
            return null;
        }
        if (!owner.IsGood || token.ExpiresAt <= now) return null;
        token.UsedAt = now;
        var secret = AddRefreshToken(db, token.FamilyId, now);
        await db.SaveChangesAsync(cancellationToken);
        await families.ExecuteUpdateAsync(set => set.SetProperty(family => family.LastUsedAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Pair(token.FamilyId, secret);
    }

    /// <summary>Ends the family of a refresh token, used or not; one that is not ours changes nothing.</summary>
    public async Task RevokeAsync(string refreshToken, CancellationToken cancellationToken = default)
    {
        var hash = ApiSecret.HashOf(refreshToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var family = await db.TokenFamilies.AsNoTracking()
            .SingleOrDefaultAsync(family => db.RefreshTokens.Any(token => token.Hash == hash && token.FamilyId == family.Id), cancellationToken);
        if (family is not null) await RevokeAsync(family.UserId, family.Id, cancellationToken);
    }

    /// <summary>Signs one program out; false when there is none such.</summary>
    public async Task<bool> RevokeAsync(Guid userId, Guid familyId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var changed = await RevokeAsync(Living(db, userId).Where(family => family.Id == familyId), clock.GetUtcNow(), cancellationToken);
        if (changed > 0) await live.AnnounceAsync(Topics.Account(userId), "tokens", CancellationToken.None);
        return changed > 0;
    }

    /// <summary>Programs that can go on without a password, last used first.</summary>
    public async Task<IReadOnlyList<SignedInProgram>> ListAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var oldest = clock.GetUtcNow() - RefreshLifetime;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Living(db, userId).AsNoTracking().Where(family => family.LastUsedAt > oldest).OrderByDescending(family => family.LastUsedAt)
            .Select(family => new SignedInProgram(family.Id, family.UserAgent, family.IpAddress, family.CreatedAt, family.LastUsedAt)).ToListAsync(cancellationToken);
    }

    private static IQueryable<TokenFamily> Living(MosaicDb db, Guid userId) => db.TokenFamilies.Where(family =>
        family.UserId == userId && family.RevokedAt == null && db.Users.Any(user => user.Id == userId && user.SecurityStamp == family.SecurityStamp));

    private static Task<int> RevokeAsync(IQueryable<TokenFamily> families, DateTimeOffset now, CancellationToken cancellationToken) =>
        families.ExecuteUpdateAsync(set => set.SetProperty(family => family.RevokedAt, now), cancellationToken);

    private static string AddRefreshToken(MosaicDb db, Guid familyId, DateTimeOffset now)
    {
        var secret = ApiSecret.New(ApiSecret.RefreshPrefix);
        db.RefreshTokens.Add(new RefreshToken { Id = Guid.CreateVersion7(now), FamilyId = familyId, Hash = ApiSecret.HashOf(secret), ExpiresAt = now + RefreshLifetime, CreatedAt = now });
        return secret;
    }

    private TokenPair Pair(Guid familyId, string secret) =>
        new(access.Of(familyId), (int)AccessTokens.Lifetime.TotalSeconds, secret, (int)RefreshLifetime.TotalSeconds);
}
