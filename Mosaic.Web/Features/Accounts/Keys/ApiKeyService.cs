using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Web.Features.Accounts.ApiAccess;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Live;
using Npgsql;

namespace Mosaic.Web.Features.Accounts.Keys;

/// <summary>A person's keys for programs.</summary>
public sealed class ApiKeyService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    public const int MostPerPerson = 50;

    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(3650);

    /// <summary>Keys that are not revoked, newest first; those that have ended are among them.</summary>
    public async Task<IReadOnlyList<ApiKeyLine>> ListAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var keys = await db.ApiKeys.AsNoTracking().Where(key => key.UserId == userId && key.RevokedAt == null)
            .OrderByDescending(key => key.CreatedAt).ThenByDescending(key => key.Id).ToListAsync(cancellationToken);
        return [.. keys.Select(ApiKeyLine.Of)];
    }

    /// <summary>Makes a key. Only an admin can give it the scope <c>admin</c>.</summary>
    public async Task<NewKeyResult> MakeAsync(
        Guid userId, string name, IReadOnlyList<string> scopes, DateTimeOffset? expiresAt, Guid? id = null, CancellationToken cancellationToken = default)
    {
        var (now, trimmed) = (clock.GetUtcNow(), Profile.ProfileRules.Cleaned(name)?.ReplaceLineEndings(" ") ?? "");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var isAdmin = await db.UserRoles.AnyAsync(link => link.UserId == userId && link.RoleId == AccountRoles.AdminId, cancellationToken);
        var errors = new FieldErrors()
            .Add("name", RefuseName(trimmed))
            .Add("scopes", RefuseScopes(scopes, isAdmin))
            .Add("expiresAt", expiresAt <= now ? "Choose a time to come, or none." : expiresAt > now + LongestLife ? "Choose a time within ten years, or none." : null)
            .Add("name", await db.ApiKeys.CountAsync(key => key.UserId == userId && key.RevokedAt == null, cancellationToken) >= MostPerPerson
                ? $"You have {MostPerPerson} keys. Revoke one that is no longer used." : null);
        if (errors.Any) return new NewKeyResult.Invalid(errors);
        var secret = ApiSecret.New(ApiSecret.KeyPrefix);
        // The same request tried again after a crash: its first secret reached nobody.
        if (id is { } again) await db.ApiKeys.Where(key => key.Id == again && key.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        var key = new ApiKey
        {
            Id = id ?? Guid.CreateVersion7(now),
            UserId = userId,
            Name = trimmed,
            Prefix = secret[..(ApiSecret.KeyPrefix.Length + 6)],
            Hash = ApiSecret.HashOf(secret),
            Scopes = [.. scopes.Distinct()],
            ExpiresAt = expiresAt,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.ApiKeys.Add(key);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same request, twice in one moment: the other one has the secret.
            return new NewKeyResult.Invalid(new FieldErrors().Add("name", "This key was made a moment ago. Look at the list, then make another if you need one."));
        }
        return new NewKeyResult.Made(ApiKeyLine.Of(key), secret);
    }

    /// <summary>Ends a key at once; false when there is none such.</summary>
    public async Task<bool> RevokeAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var changed = await db.ApiKeys.Where(key => key.Id == id && key.UserId == userId && key.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now).SetProperty(key => key.UpdatedAt, now), cancellationToken);
        if (changed == 0) return false;
        await live.AnnounceAsync(Topics.Account(userId), "keys", CancellationToken.None);
        return true;
    }

    private static string? RefuseName(string name) => name.EnumerateRunes().Count() switch
    {
        0 => "Name it after the program that will use it.",
        > ApiKey.MaxName => $"Use at most {ApiKey.MaxName} characters.",
        _ => null,
    };

    private static string? RefuseScopes(IReadOnlyList<string> scopes, bool isAdmin)
    {
        if (scopes.Count == 0) return "Choose what it may do.";
        if (scopes.FirstOrDefault(scope => ApiScopes.ForKeys.All(known => known.Name != scope)) is { } unknown)
            return $"There is no scope {(unknown.Length > 40 ? unknown[..40] : unknown)}. There are {string.Join(", ", ApiScopes.ForKeys.Select(known => known.Name))}.";
        return scopes.Contains(ApiScopes.Admin) && !isAdmin ? "Only an admin can give this scope." : null;
    }
}
