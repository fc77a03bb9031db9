using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;

namespace Mosaic.Web.Features.Bots;

/// <summary>Bots that others of the house offer: to be looked at and cloned, never changed.</summary>
public sealed class PublicBots(IDbContextFactory<MosaicDb> databases, BotService bots)
{
    private const int Most = 100;

    /// <summary>Those of other people, newest first. Who is switched off offers none.</summary>
    public async Task<IReadOnlyList<PublicBot>> ListAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Offered(db, userId).OrderByDescending(bot => bot.CreatedAt).ThenBy(bot => bot.Id).Take(Most)
            .Join(db.Users, bot => bot.UserId, user => user.Id, (bot, user) => new PublicBot(bot.Id, bot.Name, bot.Color, bot.Description, user.UserName!)).ToListAsync(cancellationToken);
    }

    /// <summary>Makes a bot of one's own that is like it. It begins private and silent; the picture stays with its owner.</summary>
    public async Task<BotResult> CloneAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await Offered(db, userId).SingleOrDefaultAsync(bot => bot.Id == id, cancellationToken) is not { } bot) return new BotResult.NotFound();
        return await bots.MakeAsync(userId, BotSheet.Of(bot) with { IsPublic = false, AutoReply = false }, cancellationToken: cancellationToken);
    }

    private static IQueryable<Bot> Offered(MosaicDb db, Guid userId) =>
        db.Bots.AsNoTracking().Living().Where(bot => bot.IsPublic && bot.UserId != userId && db.Users.Any(user => user.Id == bot.UserId && user.IsActive));
}
