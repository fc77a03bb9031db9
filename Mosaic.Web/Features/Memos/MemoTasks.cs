using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Memos;

/// <summary>Ticks task boxes where they are read. A tick is an edit like any other: it makes a revision.</summary>
public sealed class MemoTasks(MemoService memos)
{
    /// <summary>Ticks or clears the task with this number, counted from 0 in the revision the person saw.</summary>
    public async Task<SaveResult> ToggleAsync(Guid userId, Guid id, int index, int revision, CancellationToken cancellationToken = default)
    {
        if (await memos.FindAsync(userId, id, cancellationToken) is not { DeletedAt: null } memo) return new SaveResult.NotFound();
        if (memo.RevisionCount != revision || TaskSyntax.Toggle(memo.Content, index) is not { } content) return new SaveResult.Conflict(memo);
        return await memos.SaveAsync(userId, new MemoEdit(id, content, ResourceIds: null, memo.AiExcluded, revision), cancellationToken);
    }
}
