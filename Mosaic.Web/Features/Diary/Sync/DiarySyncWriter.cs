using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Api;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Diary.Sync;

/// <summary>Pages that devices wrote. Two devices that begin the page of one day meet in a conflict: the day has one page.</summary>
internal sealed class DiarySyncWriter(DiaryService diaries, IOptions<JsonOptions> json) : ISyncWriter
{
    public string Entity => DiaryPage.EntityName;

    public async Task<PushOutcome> ApplyAsync(Guid userId, SyncChange change, CancellationToken cancellationToken)
    {
        var known = await diaries.FindAsync(userId, change.Id, cancellationToken);
        if (change.Op == SyncChange.Delete)
        {
            if (known is null) return new PushOutcome.Applied(null);
            if (known.RevisionCount != change.BaseRevision) return new PushOutcome.Conflict(DiaryJson.Of(known));
            await diaries.TrashAsync(userId, known.Date, cancellationToken);
            return new PushOutcome.Applied(await CurrentAsync(userId, known.Date, cancellationToken));
        }
        if (SyncJson.Read<DiarySyncData>(change.Data, json.Value) is not { } data) return new PushOutcome.Refused("The data of this change is not that of a diary page.");
        if ((known?.Date ?? data.Date) is not { } date || (data.Date is { } other && other != date)) return new PushOutcome.Refused("A page belongs to one day: name it, and do not change it.");
        if (known is null && await diaries.FindAsync(userId, date, cancellationToken) is { } taken) return new PushOutcome.Conflict(DiaryJson.Of(taken));
        return await diaries.SaveAsync(userId, data.For(change, date), cancellationToken) switch
        {
            DiaryResult.Saved saved => new PushOutcome.Applied(DiaryJson.Of(saved.Page)),
            DiaryResult.Conflict conflict => new PushOutcome.Conflict(DiaryJson.Of(conflict.Current)),
            DiaryResult.Refused refused => new PushOutcome.Refused(refused.Sentence),
            _ => new PushOutcome.Conflict(await CurrentAsync(userId, date, cancellationToken)),
        };
    }

    private async Task<DiaryJson?> CurrentAsync(Guid userId, DateOnly date, CancellationToken cancellationToken) =>
        await diaries.FindAsync(userId, date, cancellationToken) is { } page ? DiaryJson.Of(page) : null;
}
