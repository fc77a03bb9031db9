using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.CheckIns;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Diary.Sync;

/// <summary>Check-ins that devices wrote; the last word counts.</summary>
internal sealed class MoodEntrySyncWriter(CheckInService checkIns, IOptions<JsonOptions> json) : ISyncWriter
{
    public string Entity => MoodEntry.EntityName;

    public async Task<PushOutcome> ApplyAsync(Guid userId, SyncChange change, CancellationToken cancellationToken)
    {
        if (change.Op == SyncChange.Delete) return new PushOutcome.Applied(await checkIns.TrashAsync(userId, change.Id, trashed: true, cancellationToken));
        if (SyncJson.Read<MoodEntrySyncData>(change.Data, json.Value) is not { MoodKey: { } mood, Score: { } score } data)
            return new PushOutcome.Refused("The data of this change is not that of a check-in: it has a moodKey and a score.");
        var result = await checkIns.SaveAsync(userId, new CheckIn(change.Id, mood, score, data.Note, data.At), cancellationToken);
        return result.Refusal is { } refusal ? new PushOutcome.Refused(refusal) : new PushOutcome.Applied(result.Entry);
    }
}
