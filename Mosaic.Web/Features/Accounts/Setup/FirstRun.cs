using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Web.Features.Accounts.Setup;

/// <summary>Knows whether anybody has an account yet. Once somebody has, the answer is kept: the last admin stays.</summary>
public sealed class FirstRun(IDbContextFactory<MosaicDb> databases)
{
    private volatile bool _isOver;

    public async ValueTask<bool> IsOverAsync(CancellationToken cancellationToken = default)
    {
        if (_isOver) return true;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return _isOver = await db.Users.AnyAsync(cancellationToken);
    }
}
