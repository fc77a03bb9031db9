using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Web.Platform.Files;

internal static class BytesLock
{
    /// <summary>Until the transaction ends nobody else adds a row for these bytes or removes them, in any process on this database.</summary>
    public static Task LockBytesAsync(this MosaicDb db, string storagePath, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({storagePath}, 0))", cancellationToken);
}
