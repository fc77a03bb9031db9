using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Browser;

namespace Mosaic.Web.Features.Memos.Parts;

/// <summary>What a person can do with memos from a card, a page or a selection: the verb, what the toast says, and its undo.</summary>
public sealed class MemoActions(MemoShelf shelf, MemoPurge purge, Toasts toasts)
{
    public async Task PinAsync(Guid userId, MemoCard memo) => await shelf.PinAsync(userId, [memo.Id], !memo.IsPinned);

    public async Task ArchiveAsync(Guid userId, IReadOnlyList<Guid> ids, DateOnly? diaryDate = null)
    {
        var changed = await shelf.ArchiveAsync(userId, ids, diaryDate);
        Offer(changed, "archived", () => shelf.UnarchiveAsync(userId, changed));
    }

    public async Task UnarchiveAsync(Guid userId, IReadOnlyList<Guid> ids)
    {
        var changed = await shelf.UnarchiveAsync(userId, ids);
        Offer(changed, "back on the desk", () => shelf.ArchiveAsync(userId, changed));
    }

    public async Task TrashAsync(Guid userId, IReadOnlyList<Guid> ids)
    {
        var changed = await shelf.TrashAsync(userId, ids);
        Offer(changed, "moved to the trash", () => shelf.RestoreAsync(userId, changed));
    }

    public async Task RestoreAsync(Guid userId, IReadOnlyList<Guid> ids)
    {
        var changed = await shelf.RestoreAsync(userId, ids);
        Offer(changed, "restored", () => shelf.TrashAsync(userId, changed));
    }

    public async Task PurgeAsync(Guid userId, IReadOnlyList<Guid> ids)
    {
        var changed = await purge.PurgeAsync(userId, ids);
        if (changed.Count > 0) toasts.Show($"{Memos(changed.Count)} deleted for good.");
    }

    public async Task KeepFromAiAsync(Guid userId, IReadOnlyList<Guid> ids, bool excluded)
    {
        var changed = await shelf.KeepFromAiAsync(userId, ids, excluded);
        Offer(changed, excluded ? "kept from AI" : "open to AI again", () => shelf.KeepFromAiAsync(userId, changed, !excluded));
    }

    private void Offer(IReadOnlyList<Guid> changed, string what, Func<Task> undo)
    {
        if (changed.Count == 0) toasts.Show("Nothing changed: somebody was faster.");
        else toasts.Show($"{Memos(changed.Count)} {what}.", "Undo", undo);
    }

    private static string Memos(int count) => count == 1 ? "Memo" : $"{count} memos";
}
