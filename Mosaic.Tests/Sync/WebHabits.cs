using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Tests.Sync;

/// <summary>Somebody who does this and that on pages, through the services that pages use; sometimes from a page opened a while ago.</summary>
internal sealed class WebHabits(SyncApp app, Guid person, Random random, WrittenTexts texts)
{
    private List<(Guid Id, int Revision, bool IsTrashed)> _page = [];

    public async Task WriteSomethingAsync(bool mayPurge = true)
    {
        if (random.Next(5) != 0) await OpenPageAsync();
        var living = _page.Where(memo => !memo.IsTrashed).ToList();
        var trashed = _page.Where(memo => memo.IsTrashed).Select(memo => memo.Id).ToList();
        using var scope = app.Services.CreateScope();
        var shelf = scope.ServiceProvider.GetRequiredService<MemoShelf>();
        if (living.Count == 0 || random.Next(100) < (living.Count < 25 ? 30 : 2))
        {
            await SaveAsync(scope, new MemoEdit(RandomId(), null, [], false, 0));
            return;
        }
        var (id, revision, _) = living[random.Next(living.Count)];
        Guid[] some = [id, .. living.Where(_ => random.Next(10) == 0).Select(memo => memo.Id)];
        switch (random.Next(20))
        {
            case < 10: await SaveAsync(scope, new MemoEdit(id, null, null, null, revision)); break;
            case 10 or 11: await shelf.PinAsync(person, some, random.Next(2) == 0); break;
            case 12: await shelf.ArchiveAsync(person, some, random.Next(2) == 0 ? new DateOnly(2026, 5, random.Next(1, 28)) : null); break;
            case 13: await shelf.UnarchiveAsync(person, some); break;
            case 14: await shelf.KeepFromAiAsync(person, some, random.Next(2) == 0); break;
            case 15 or 16: await shelf.TrashAsync(person, [id]); break;
            case 17: await shelf.RestoreAsync(person, trashed); break;
            default: if (mayPurge) await PurgeAsync(scope, [.. trashed.Where(_ => random.Next(2) == 0)]); break;
        }
    }

    private async Task OpenPageAsync()
    {
        await using var db = app.Db();
        _page = [.. (await db.Memos.AsNoTracking().Where(memo => memo.UserId == person).OrderBy(memo => memo.Id)
            .Select(memo => new { memo.Id, memo.RevisionCount, memo.DeletedAt }).ToListAsync()).Select(memo => (memo.Id, memo.RevisionCount, memo.DeletedAt is not null))];
    }

    private async Task SaveAsync(IServiceScope scope, MemoEdit edit)
    {
        var memos = scope.ServiceProvider.GetRequiredService<MemoService>();
        var text = texts.New("web");
        edit = edit with { Content = text };
        var result = await memos.SaveAsync(person, edit);
        // The page shows both texts and somebody chooses this one.
        if (result is SaveResult.Conflict) result = await memos.SaveAsync(person, edit with { Overwrite = true });
        if (result is not SaveResult.Saved) texts.TakeBack(text);
    }

    private async Task PurgeAsync(IServiceScope scope, Guid[] ids)
    {
        await using var db = app.Db();
        var revisions = await db.MemoRevisions.Where(revision => ids.Contains(revision.MemoId)).Select(revision => new { revision.MemoId, revision.Content }).ToListAsync();
        var purged = await scope.ServiceProvider.GetRequiredService<MemoPurge>().PurgeAsync(person, ids);
        texts.Purge(revisions.Where(revision => purged.Contains(revision.MemoId)).Select(revision => revision.Content));
    }

    private Guid RandomId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
