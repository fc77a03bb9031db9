using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Bots;

/// <summary>Gives bots a face and takes it away. The picture of before goes from the disk.</summary>
public sealed class BotPictures(IDbContextFactory<MosaicDb> databases, PictureStore pictures, FileCleaner cleaner, Live live, TimeProvider clock)
{
    /// <summary>In bytes.</summary>
    public const long MaxLength = 5 << 20;

    /// <summary>Null when the picture is taken, else why not.</summary>
    public async Task<string?> ChangeAsync(Guid userId, Guid botId, string filename, Stream picture, CancellationToken cancellationToken = default)
    {
        var (kept, refusal) = await pictures.StoreAsync(userId, filename, picture, new StoreOptions { MaxLength = MaxLength }, cancellationToken);
        if (kept is null || await SetAsync(userId, botId, kept.Id, cancellationToken)) return refusal;
        await cleaner.DeleteUnclaimedAsync(userId, kept.Id, cancellationToken);
        return "This bot is not there any more.";
    }

    /// <summary>Back to its initials; false when there is no such bot.</summary>
    public Task<bool> RemoveAsync(Guid userId, Guid botId, CancellationToken cancellationToken = default) => SetAsync(userId, botId, null, cancellationToken);

    private async Task<bool> SetAsync(Guid userId, Guid botId, Guid? resourceId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var bot = db.Bots.OwnedBy(userId).Living().Where(bot => bot.Id == botId);
        var before = await bot.Select(found => found.AvatarId).SingleOrDefaultAsync(cancellationToken);
        if (await bot.ExecuteUpdateAsync(set => set.SetProperty(found => found.AvatarId, resourceId).SetProperty(found => found.UpdatedAt, now), cancellationToken) == 0) return false;
        if (before is { } old && old != resourceId) await cleaner.DeleteUnclaimedAsync(userId, old, cancellationToken);
        await live.AnnounceAsync(Topics.Bots(userId), botId.ToString(), CancellationToken.None);
        await live.AnnounceAsync(Topics.Memos(userId), cancellationToken: CancellationToken.None);
        return true;
    }
}
