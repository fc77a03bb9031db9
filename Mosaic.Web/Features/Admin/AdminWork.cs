using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Mosaic.Data;
using Mosaic.Data.Admin;
using Mosaic.Web.Features.Accounts;

namespace Mosaic.Web.Features.Admin;

/// <summary>
/// One piece of admin work: a transaction under the lock that all admin work shares, begun only if the one who asks is still an active
/// admin. Because it is shared, "the last admin stays" holds even when two admins act in the same moment.
/// </summary>
internal sealed class AdminWork : IAsyncDisposable
{
    private const long OneAtATime = 0x6d6f73_ad41;

    private readonly IDbContextTransaction _transaction;
    private readonly string _adminName;
    private readonly Guid _adminId;
    private readonly DateTimeOffset _now;

    private AdminWork(MosaicDb db, IDbContextTransaction transaction, Guid adminId, string adminName, DateTimeOffset now)
    {
        (Db, _transaction, _adminId, _adminName, _now) = (db, transaction, adminId, adminName, now);
    }

    public MosaicDb Db { get; }

    /// <summary>Null when the one who asks is no active admin; to them nothing exists.</summary>
    public static async Task<AdminWork?> BeginAsync(
        IDbContextFactory<MosaicDb> databases, Guid adminId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var db = await databases.CreateDbContextAsync(cancellationToken);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OneAtATime})", cancellationToken);
        var name = await Admins(db).Where(user => user.Id == adminId).Select(user => user.UserName).SingleOrDefaultAsync(cancellationToken);
        if (name is not null) return new AdminWork(db, transaction, adminId, name, now);
        await transaction.DisposeAsync();
        await db.DisposeAsync();
        return null;
    }

    /// <summary>Whether somebody else could still run the house.</summary>
    public Task<bool> IsAnotherAdminThereAsync(Guid than, CancellationToken cancellationToken) =>
        Admins(Db).AnyAsync(user => user.Id != than, cancellationToken);

    /// <summary>Records what is about to be committed. <paramref name="before"/> and <paramref name="after"/> carry no secret.</summary>
    public void Record(string action, string target, object? before, object? after) => Db.AdminAudits.Add(new AdminAudit
    {
        Id = Guid.CreateVersion7(_now),
        AdminId = _adminId,
        AdminName = _adminName,
        Action = action,
        Target = target,
        Before = before is null ? null : JsonSerializer.Serialize(before, JsonSerializerOptions.Web),
        After = after is null ? null : JsonSerializer.Serialize(after, JsonSerializerOptions.Web),
        CreatedAt = _now,
    });

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await Db.SaveChangesAsync(cancellationToken);
        await _transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Db.DisposeAsync();
    }

    private static IQueryable<Data.Accounts.User> Admins(MosaicDb db) => db.Users
        .Where(user => user.IsActive && db.UserRoles.Any(link => link.UserId == user.Id && link.RoleId == AccountRoles.AdminId));
}
