using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Bots;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Telemetry;

namespace Mosaic.Web.Features.Bots;

/// <summary>Makes bots, changes them and finds them. What they say stands under memos, as replies.</summary>
public sealed class BotService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    /// <summary>Those of a person, as they put them.</summary>
    public async Task<IReadOnlyList<Bot>> ListAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Bots.AsNoTracking().OwnedBy(userId).Living().InOrder().ToListAsync(cancellationToken);
    }

    /// <summary>Also a deleted one; null when there is none or it is another person's.</summary>
    public async Task<Bot?> FindAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Bots.AsNoTracking().OwnedBy(userId).SingleOrDefaultAsync(bot => bot.Id == id, cancellationToken);
    }

    /// <summary>Makes one at the end of the list; <paramref name="id"/> where a device or a program made it. Made already, it stays as it is.</summary>
    public async Task<BotResult> MakeAsync(Guid userId, BotSheet sheet, Guid? id = null, CancellationToken cancellationToken = default)
    {
        using var activity = MosaicActivity.Start("Bots", "Make");
        sheet = BotRules.Clean(sheet);
        if (BotRules.Refuse(sheet) is { } refusal) return new BotResult.Refused(refusal);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockBotsAsync(userId, cancellationToken);
        if (id is not null && await db.Bots.AsNoTracking().SingleOrDefaultAsync(bot => bot.Id == id, cancellationToken) is { } made)
            return made.UserId == userId ? new BotResult.Saved(made) : new BotResult.Refused("This id is taken. Make a new one.");
        var places = await db.Bots.OwnedBy(userId).Living().Select(bot => bot.SortOrder).ToListAsync(cancellationToken);
        if (places.Count >= BotRules.Most) return new BotResult.Refused($"You have {BotRules.Most} bots, as many as there may be. Delete one first.");
        var bot = new Bot { Id = id ?? Guid.CreateVersion7(now), UserId = userId, Name = sheet.Name, SortOrder = places.DefaultIfEmpty(-1).Max() + 1, CreatedAt = now, UpdatedAt = now };
        Write(bot, sheet);
        bot.Card = sheet.Card;
        db.Add(bot);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(userId, bot.Id);
        return new BotResult.Saved(bot);
    }

    /// <summary>Makes the bot what the sheet says; the card it came from stays.</summary>
    public async Task<BotResult> ChangeAsync(Guid userId, Guid id, BotSheet sheet, CancellationToken cancellationToken = default)
    {
        using var activity = MosaicActivity.Start("Bots", "Change");
        sheet = BotRules.Clean(sheet);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Bots.OwnedBy(userId).Living().SingleOrDefaultAsync(bot => bot.Id == id, cancellationToken) is not { } bot) return new BotResult.NotFound();
        if (BotRules.Refuse(sheet) is { } refusal) return new BotResult.Refused(refusal);
        var face = (bot.Name, bot.Color);
        Write(bot, sheet);
        bot.UpdatedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await AnnounceAsync(userId, id, isFaceNew: face != (bot.Name, bot.Color));
        return new BotResult.Saved(bot);
    }

    /// <summary>Deletes it; its replies stay, and <see cref="RestoreAsync"/> brings it back. False when there is none such.</summary>
    public Task<bool> DeleteAsync(Guid userId, Guid id, CancellationToken cancellationToken = default) => MoveAsync(userId, id, clock.GetUtcNow(), cancellationToken);

    public Task<bool> RestoreAsync(Guid userId, Guid id, CancellationToken cancellationToken = default) => MoveAsync(userId, id, null, cancellationToken);

    /// <summary>Puts the bots named first, in this order, and the others behind them as they were.</summary>
    public async Task OrderAsync(Guid userId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockBotsAsync(userId, cancellationToken);
        var bots = await db.Bots.OwnedBy(userId).Living().InOrder().ToListAsync(cancellationToken);
        var places = ids.Distinct().Index().ToDictionary(named => named.Item, named => named.Index);
        var wanted = bots.OrderBy(bot => places.GetValueOrDefault(bot.Id, ids.Count)).ToList();
        for (var place = 0; place < wanted.Count; place++)
            if (wanted[place].SortOrder != place) (wanted[place].SortOrder, wanted[place].UpdatedAt) = (place, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(userId);
    }

    private async Task<bool> MoveAsync(Guid userId, Guid id, DateTimeOffset? deletedAt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var moved = await db.Bots.OwnedBy(userId).Where(bot => bot.Id == id && (bot.DeletedAt == null) == (deletedAt != null))
            .ExecuteUpdateAsync(set => set.SetProperty(bot => bot.DeletedAt, deletedAt).SetProperty(bot => bot.UpdatedAt, now), cancellationToken);
        if (moved == 0) return false;
        await AnnounceAsync(userId, id, isFaceNew: true);
        return true;
    }

    /// <summary>Cards of memos carry the name and the face of who replied, so that lists of memos are told of a new one.</summary>
    private async Task AnnounceAsync(Guid userId, Guid? id = null, bool isFaceNew = false)
    {
        await live.AnnounceAsync(Topics.Bots(userId), id?.ToString() ?? "", CancellationToken.None);
        if (isFaceNew) await live.AnnounceAsync(Topics.Memos(userId), cancellationToken: CancellationToken.None);
    }

    private static void Write(Bot bot, BotSheet sheet)
    {
        (bot.Name, bot.Color, bot.Description) = (sheet.Name, (short)sheet.Color, sheet.Description);
        (bot.PersonalityPrompt, bot.Backstory, bot.Greeting) = (sheet.PersonalityPrompt, sheet.Backstory, sheet.Greeting);
        (bot.Attributes, bot.Config, bot.Tags) = (sheet.Attributes, sheet.Config, [.. sheet.Tags]);
        (bot.AutoReply, bot.Trigger, bot.IsPublic) = (sheet.AutoReply, sheet.Trigger, sheet.IsPublic);
    }
}
