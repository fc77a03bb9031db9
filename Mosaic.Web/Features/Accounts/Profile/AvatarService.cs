using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Accounts.Profile;

/// <summary>Takes and removes the picture of a profile. The one before goes from the disk.</summary>
public sealed class AvatarService(IDbContextFactory<MosaicDb> databases, PictureStore pictures, FileCleaner cleaner, Live live)
{
    /// <summary>In bytes. The profile page sends a small square; this is for who has no script.</summary>
    public const long MaxLength = 5 << 20;

    /// <summary>Null when the picture is taken, else why not.</summary>
    public async Task<string?> ChangeAsync(Guid userId, IFormFile picture, CancellationToken cancellationToken = default)
    {
        await using var bytes = picture.OpenReadStream();
        var options = new StoreOptions { MaxLength = MaxLength, DeclaredLength = picture.Length };
        var (kept, refusal) = await pictures.StoreAsync(userId, picture.FileName, bytes, options, cancellationToken);
        if (kept is not null) await SetAsync(userId, kept.Id, cancellationToken);
        return refusal;
    }

    public Task RemoveAsync(Guid userId, CancellationToken cancellationToken = default) => SetAsync(userId, null, cancellationToken);

    private async Task SetAsync(Guid userId, Guid? resourceId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var me = db.Users.Where(user => user.Id == userId);
        var before = await me.Select(user => user.AvatarResourceId).SingleOrDefaultAsync(cancellationToken);
        await me.ExecuteUpdateAsync(set => set.SetProperty(user => user.AvatarResourceId, resourceId), cancellationToken);
        if (before is { } old && old != resourceId) await cleaner.DeleteUnclaimedAsync(userId, old, cancellationToken);
        await live.AnnounceAsync(Topics.Account(userId), "profile", cancellationToken);
    }
}
