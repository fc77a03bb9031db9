using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Web.Platform.Api.Idempotency;

/// <summary>Remembers for a day what requests with an <c>Idempotency-Key</c> were answered.</summary>
internal sealed class IdempotentRequests(IDbContextFactory<MosaicDb> databases, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>How long one that began is believed to be at work; afterwards it may be tried again.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly IDataProtector _protector = protection.CreateProtector("Mosaic.Api.Idempotency");

    /// <summary>Takes the key for this request. Exactly one of several at the same moment gets <see cref="Claim.Begun"/>.</summary>
    public async Task<Claim> BeginAsync(Guid userId, string key, byte[] fingerprint, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (objectId, lockedUntil, old) = (Guid.CreateVersion7(), now + Lease, now - Kept);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var taken = await db.Database.SqlQuery<Guid>($"""
            INSERT INTO idempotent_requests AS mine (user_id, key, fingerprint, object_id, locked_until, created_at)
            VALUES ({userId}, {key}, {fingerprint}, {objectId}, {lockedUntil}, {now})
            ON CONFLICT (user_id, key) DO UPDATE SET
                fingerprint = excluded.fingerprint, locked_until = excluded.locked_until,
                object_id = CASE WHEN mine.created_at < {old} THEN excluded.object_id ELSE mine.object_id END,
                created_at = CASE WHEN mine.created_at < {old} THEN excluded.created_at ELSE mine.created_at END,
                status = NULL, content_type = NULL, location = NULL, body = NULL
            WHERE mine.created_at < {old} OR (mine.status IS NULL AND mine.locked_until < {now} AND mine.fingerprint = excluded.fingerprint)
            RETURNING object_id AS "Value"
            """).ToListAsync(cancellationToken);
        if (taken is [var id]) return new Claim.Begun(id);
        var row = await db.IdempotentRequests.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == userId && row.Key == key, cancellationToken);
        return row switch
        {
            null => new Claim.InProgress(),
            _ when !row.Fingerprint.AsSpan().SequenceEqual(fingerprint) => new Claim.Differs(),
            { Status: { } status } => new Claim.Answered(status, row.ContentType, row.Location, row.Body is null ? [] : _protector.Unprotect(row.Body)),
            _ => new Claim.InProgress(),
        };
    }

    public async Task KeepAsync(Guid userId, string key, int status, string? contentType, string? location, byte[] body)
    {
        var hidden = body.Length == 0 ? null : _protector.Protect(body);
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await db.IdempotentRequests.Where(row => row.UserId == userId && row.Key == key).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Status, status).SetProperty(row => row.ContentType, contentType)
            .SetProperty(row => row.Location, location).SetProperty(row => row.Body, hidden), CancellationToken.None);
    }

    /// <summary>It failed on our side, so that it may be tried again at once.</summary>
    public async Task ReleaseAsync(Guid userId, string key)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await db.IdempotentRequests.Where(row => row.UserId == userId && row.Key == key && row.Status == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LockedUntil, now.AddSeconds(-1)), CancellationToken.None);
    }

    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var old = clock.GetUtcNow() - Kept;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.IdempotentRequests.Where(row => row.CreatedAt < old).ExecuteDeleteAsync(cancellationToken);
    }

    public abstract record Claim
    {
        private Claim()
        {
        }

        public sealed record Begun(Guid ObjectId) : Claim;

        public sealed record InProgress : Claim;

        /// <summary>The key was used for another request.</summary>
        public sealed record Differs : Claim;

        public sealed record Answered(int Status, string? ContentType, string? Location, byte[] Body) : Claim;
    }
}
