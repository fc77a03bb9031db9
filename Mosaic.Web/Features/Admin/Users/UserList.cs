using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Web.Features.Accounts;

namespace Mosaic.Web.Features.Admin.Users;

/// <summary>Reads accounts for the admin's list, by name.</summary>
public sealed class UserList(IDbContextFactory<MosaicDb> databases)
{
    public const int PageSize = 50;

    /// <param name="search">Part of a name or an address; empty finds everybody.</param>
    /// <param name="after">The last user name of the page before, or null for the first page.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<UserRow>> FindAsync(string? search, string? after, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var users = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            var part = search.Trim().ToUpperInvariant();
            users = users.Where(user => user.NormalizedUserName!.Contains(part) || user.NormalizedEmail!.Contains(part)
                || (user.DisplayName != null && EF.Functions.ILike(user.DisplayName, "%" + Escaped(part) + "%")));
        }
#pragma warning disable CA1309 // Becomes > in SQL, in the order of the database.
        if (after?.ToUpperInvariant() is { } last) users = users.Where(user => string.Compare(user.NormalizedUserName, last) > 0);
#pragma warning restore CA1309
        return await users.OrderBy(user => user.NormalizedUserName).Take(PageSize)
            .Select(user => new UserRow(user.Id, user.UserName!, user.Email!, user.DisplayName,
                db.UserRoles.Any(link => link.UserId == user.Id && link.RoleId == AccountRoles.AdminId),
                user.IsActive, user.MustChangePassword, user.CreatedAt,
                db.ConnectionLogs.Where(entry => entry.UserId == user.Id && entry.Action == ConnectionAction.SignIn)
                    .Max(entry => (DateTimeOffset?)entry.CreatedAt)))
            .ToListAsync(cancellationToken);
    }

    public async Task<Belongings> BelongingsOfAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var memos = await db.Memos.CountAsync(memo => memo.UserId == userId, cancellationToken);
        var files = await db.Resources.Where(file => file.UserId == userId).GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Bytes = all.Sum(file => file.FileSize) }).SingleOrDefaultAsync(cancellationToken);
        return new Belongings(memos, files?.Count ?? 0, files?.Bytes ?? 0);
    }

    private static string Escaped(string part) =>
        part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
