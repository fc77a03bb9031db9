using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;

namespace Mosaic.Web.Features.Accounts.Log;

/// <summary>Reads the sign-in log, newest first.</summary>
public sealed class SignInLogService(IDbContextFactory<MosaicDb> databases)
{
    public const int PageSize = 50;

    /// <summary>A person's own lines, older than <paramref name="before"/> where it is given.</summary>
    public async Task<IReadOnlyList<SignInEntry>> OfAsync(Guid userId, Guid? before, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await PageAsync(db, db.ConnectionLogs.Where(entry => entry.UserId == userId), before, cancellationToken);
    }

    /// <summary>Everybody's lines, for admins; <paramref name="name"/> narrows to names that begin with it.</summary>
    public async Task<IReadOnlyList<SignInEntry>> OfAllAsync(string? name, Guid? before, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var lines = db.ConnectionLogs.AsQueryable();
        if (!string.IsNullOrWhiteSpace(name))
        {
            var lower = name.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Becomes lower(…) in SQL.
            lines = lines.Where(entry => entry.UserName.ToLower().StartsWith(lower));
#pragma warning restore CA1304, CA1311, CA1862
        }
        return await PageAsync(db, lines, before, cancellationToken);
    }

    private static async Task<IReadOnlyList<SignInEntry>> PageAsync(
        MosaicDb db, IQueryable<ConnectionLog> lines, Guid? before, CancellationToken cancellationToken)
    {
        if (before is { } id)
        {
            var last = await db.ConnectionLogs.Where(entry => entry.Id == id).Select(entry => (DateTimeOffset?)entry.CreatedAt)
                .FirstOrDefaultAsync(cancellationToken);
            lines = lines.Where(entry => entry.CreatedAt < last || (entry.CreatedAt == last && entry.Id < id));
        }
        return await lines.AsNoTracking().OrderByDescending(entry => entry.CreatedAt).ThenByDescending(entry => entry.Id).Take(PageSize)
            .Select(entry => new SignInEntry(entry.Id, entry.UserName, entry.IpAddress, entry.UserAgent, entry.Action, entry.CreatedAt))
            .ToListAsync(cancellationToken);
    }
}
