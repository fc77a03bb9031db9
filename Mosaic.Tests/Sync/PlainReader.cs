using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Data.Sync;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Sync;

/// <summary>Reads what changed since the last number it saw, up to the horizon or, as seems natural, up to the highest number that can be seen.</summary>
internal sealed class PlainReader(TestDatabase database, Guid person, bool usesHorizon)
{
    private readonly Dictionary<Guid, string> _copy = [];
    private long _after;

    public HashSet<string> Rows => [.. _copy.Select(row => $"{row.Key} {row.Value}")];

    public async Task ReadAsync()
    {
        await using var db = database.CreateDbContext();
        var upTo = usesHorizon ? (await db.SyncHorizonAsync(CancellationToken.None)).Seq : await HighestAsync(db);
        if (upTo <= _after) return;
        foreach (var gone in await db.GoneIn(person, Memo.EntityName, _after, upTo).ToListAsync()) _copy.Remove(gone.Id);
        var rows = db.Memos.AsNoTracking().Where(memo => memo.UserId == person && memo.ChangeSeq > _after && memo.ChangeSeq <= upTo);
        foreach (var memo in await rows.OrderBy(memo => memo.ChangeSeq).ToListAsync()) _copy[memo.Id] = memo.Content;
        _after = upTo;
    }

    private static async Task<long> HighestAsync(MosaicDb db) => Math.Max(
        await db.Memos.MaxAsync(memo => (long?)memo.ChangeSeq) ?? 0,
        await db.SyncTombstones.MaxAsync(gone => (long?)gone.ChangeSeq) ?? 0);
}
