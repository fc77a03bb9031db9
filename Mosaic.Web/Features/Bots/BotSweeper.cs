using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Settings;
using Mosaic.Web.Platform.Upkeep;

namespace Mosaic.Web.Features.Bots;

/// <summary>Deletes for good the replies that have been deleted for the time of the trash, and as old bots that nobody has a reply of.</summary>
internal sealed class BotSweeper(IDbContextFactory<MosaicDb> databases, AppSettingsReader settings, TimeProvider clock, ILogger<BotSweeper> logger) : TrashSweeper(databases, settings, clock, logger)
{
    protected override async Task<int> SweepAsync(MosaicDb db, DateTimeOffset due, CancellationToken cancellationToken) =>
        await db.BotReplies.Where(reply => reply.DeletedAt < due).ExecuteDeleteAsync(cancellationToken)
            + await db.Bots.Where(bot => bot.DeletedAt < due && !db.BotReplies.Any(reply => reply.BotId == bot.Id)).ExecuteDeleteAsync(cancellationToken);
}
