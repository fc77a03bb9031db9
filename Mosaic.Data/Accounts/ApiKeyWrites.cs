using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Accounts;

/// <summary>Statements about keys that run inside somebody else's transaction.</summary>
public static class ApiKeyWrites
{
    public static Task<int> RevokeKeysAsync(this MosaicDb db, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.ApiKeys.Where(key => key.UserId == userId && key.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now).SetProperty(key => key.UpdatedAt, now), cancellationToken);
}
