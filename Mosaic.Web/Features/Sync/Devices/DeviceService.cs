using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Sync.Devices;

/// <summary>Which devices keep a copy, and how far each has read. Only for people to look at: a device carries its own cursors.</summary>
public sealed class DeviceService(IDbContextFactory<MosaicDb> databases, TimeProvider clock)
{
    private const int MaxName = 100;
    private const int MaxAgent = 400;

    /// <summary>The sentence that refuses a name of a device or of a change, or null.</summary>
    public static string? RefuseName(string name) =>
        name.Length is < 1 or > MaxName || name.Any(sign => sign is < ' ' or > '~') ? $"Use 1 to {MaxName} visible ASCII characters." : null;

    public async Task<IReadOnlyList<SyncedDevice>> ListAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var cursors = await db.SyncCursors.AsNoTracking().Where(cursor => cursor.UserId == userId).ToListAsync(cancellationToken);
        var devices = new List<SyncedDevice>();
        foreach (var device in cursors.GroupBy(cursor => cursor.ClientId))
        {
            var latest = device.MaxBy(cursor => cursor.LastSyncAt)!;
            var read = device.FirstOrDefault(cursor => cursor.EntityType == Memo.EntityName)?.LastSeq ?? 0;
            var waiting = await db.Memos.CountAsync(memo => memo.UserId == userId && memo.ChangeSeq > read, cancellationToken);
            devices.Add(new SyncedDevice(device.Key, latest.UserAgent, device.Min(cursor => cursor.CreatedAt), latest.LastSyncAt, waiting));
        }
        return [.. devices.OrderByDescending(device => device.LastSyncAt)];
    }

    /// <summary>Takes a device off the list. One that asks again comes back: to keep it out, revoke its key or sign it out.</summary>
    public async Task<bool> ForgetAsync(Guid userId, string clientId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.SyncCursors.Where(cursor => cursor.UserId == userId && cursor.ClientId == clientId).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    internal async Task RememberAsync(Guid userId, string clientId, string? userAgent, IReadOnlyDictionary<string, long> told, CancellationToken cancellationToken)
    {
        if (told.Count == 0) return;
        var (entities, seqs, now) = (told.Keys.ToArray(), told.Values.ToArray(), clock.GetUtcNow());
        var agent = userAgent?.Replace("\0", "", StringComparison.Ordinal) is { } text ? text[..Math.Min(text.Length, MaxAgent)] : null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO sync_cursors (user_id, client_id, entity_type, user_agent, last_seq, last_sync_at, created_at)
            SELECT {userId}, {clientId}, told.entity, {agent}, told.seq, {now}, {now} FROM unnest({entities}, {seqs}) AS told (entity, seq)
            ON CONFLICT (user_id, client_id, entity_type) DO UPDATE
            SET user_agent = excluded.user_agent, last_seq = excluded.last_seq, last_sync_at = excluded.last_sync_at
            """, cancellationToken);
    }
}
