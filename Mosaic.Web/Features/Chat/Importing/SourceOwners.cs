using Microsoft.EntityFrameworkCore;
using Mosaic.Data;

namespace Mosaic.Web.Features.Chat.Importing;

internal static class SourceOwners
{
    /// <summary>The chat without sources that are not this person's: a file can claim anything, and one of another house claims what is not here.</summary>
    public static async Task<ImportedChat> WithOwnSourcesAsync(this MosaicDb db, Guid userId, ImportedChat chat, CancellationToken cancellationToken)
    {
        var claimed = chat.Messages.SelectMany(message => message.Sources).Select(source => source.Id).Distinct().ToArray();
        if (claimed.Length == 0) return chat;
        var own = await db.Memos.Where(memo => memo.UserId == userId && claimed.Contains(memo.Id)).Select(memo => memo.Id)
            .Concat(db.ImportDocuments.Where(document => document.UserId == userId && claimed.Contains(document.Id)).Select(document => document.Id))
            .Concat(db.Memories.Where(memory => memory.UserId == userId && claimed.Contains(memory.Id)).Select(memory => memory.Id)).ToHashSetAsync(cancellationToken);
        return chat with { Messages = [.. chat.Messages.Select(message => message.Sources.All(source => own.Contains(source.Id)) ? message : message with { Sources = [] })] };
    }
}
