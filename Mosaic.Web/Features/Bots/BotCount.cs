using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Bots;

/// <summary>How many bots somebody has, for the rail.</summary>
internal sealed class BotCount(IDbContextFactory<MosaicDb> databases) : INavigationCount
{
    public string Address => "/bots";

    public string Topic(Guid userId) => Topics.Bots(userId);

    public async Task<int> CountAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Bots.OwnedBy(userId).Living().CountAsync(cancellationToken);
    }
}
