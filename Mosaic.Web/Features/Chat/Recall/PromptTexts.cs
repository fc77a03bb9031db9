using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Chat.Recall;

/// <summary>What the parts of a prompt say now. Nothing is kept of what they said then, so that what is forgotten is forgotten here too.</summary>
public sealed class PromptTexts(IDbContextFactory<MosaicDb> databases)
{
    private const int Length = 240;

    /// <summary>The beginnings of messages, memories, memos and documents of this person; of others there are none.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(Guid userId, Guid[] ids, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var texts = await db.Messages.OwnedBy(userId).Living().Where(message => ids.Contains(message.Id) && !message.IsForgotten).Select(message => new { message.Id, Text = message.Content.Substring(0, Length) })
            .Concat(db.Memories.OwnedBy(userId).Living(db).Where(memory => ids.Contains(memory.Id)).Select(memory => new { memory.Id, Text = memory.Content.Substring(0, Length) }))
            .Concat(db.Memos.Where(memo => memo.UserId == userId && memo.DeletedAt == null && ids.Contains(memo.Id)).Select(memo => new { memo.Id, Text = memo.Content.Substring(0, Length) }))
            .Concat(db.ImportDocuments.Where(document => document.UserId == userId && document.DeletedAt == null && ids.Contains(document.Id)).Select(document => new { document.Id, Text = document.Title }))
            .ToListAsync(cancellationToken);
        return texts.ToDictionary(text => text.Id, text => text.Text);
    }
}
