using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Web.Features.Admin.Audit;

/// <summary>Reads what admins did, newest first.</summary>
public sealed class AuditLog(IDbContextFactory<MosaicDb> databases)
{
    public const int PageSize = 50;

    public async Task<IReadOnlyList<AuditEntry>> PageAsync(Guid? before, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var lines = db.AdminAudits.AsNoTracking();
        if (before is { } id)
        {
            var last = await lines.Where(line => line.Id == id).Select(line => (DateTimeOffset?)line.CreatedAt).FirstOrDefaultAsync(cancellationToken);
            lines = lines.Where(line => line.CreatedAt < last || (line.CreatedAt == last && line.Id < id));
        }
        return await lines.OrderByDescending(line => line.CreatedAt).ThenByDescending(line => line.Id).Take(PageSize)
            .Select(line => new AuditEntry(line.Id, line.AdminName, line.Action, line.Target, line.Before, line.After, line.CreatedAt))
            .ToListAsync(cancellationToken);
    }
}
