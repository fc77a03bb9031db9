using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots.Api;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Bots.Sync;

/// <summary>Bots that devices made or changed; the last word counts.</summary>
internal sealed class BotSyncWriter(BotService bots, IOptions<JsonOptions> json) : ISyncWriter
{
    public string Entity => Bot.EntityName;

    public async Task<PushOutcome> ApplyAsync(Guid userId, SyncChange change, CancellationToken cancellationToken)
    {
        if (change.Op == SyncChange.Delete)
        {
            await bots.DeleteAsync(userId, change.Id, cancellationToken);
            return new PushOutcome.Applied(await bots.FindAsync(userId, change.Id, cancellationToken) is { } deleted ? BotJson.Of(deleted) : null);
        }
        if (SyncJson.Read<BotChangeJson>(change.Data, json.Value) is not { } data) return new PushOutcome.Refused("The data of this change is not that of a bot.");
        var known = await bots.FindAsync(userId, change.Id, cancellationToken);
        return await (known is null ? bots.MakeAsync(userId, data.On(new BotSheet()), change.Id, cancellationToken) : bots.ChangeAsync(userId, change.Id, data.On(BotSheet.Of(known)), cancellationToken)) switch
        {
            BotResult.Saved saved => new PushOutcome.Applied(BotJson.Of(saved.Bot)),
            BotResult.Refused refused => new PushOutcome.Refused(refused.Sentence),
            _ => new PushOutcome.Conflict(BotJson.Of(known!)),
        };
    }
}
