using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.Answers;

/// <summary>Messages as bots may read them: not what was forgotten, nor what draws on a text that is kept from AI by now or gone.</summary>
internal sealed class ReadableMessages(IDbContextFactory<MosaicDb> databases)
{
    internal const string Forgotten = "[left out: its writer had it forgotten]";
    internal const string Withheld = "[left out: it drew on a note that is kept from AI now]";

    /// <summary>In the order of the ids.</summary>
    /// <param name="userId">Whose messages.</param>
    /// <param name="botId">Who reads; what other bots said begins with their name.</param>
    /// <param name="ids">Which.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<ReadMessage>> ReadAsync(Guid userId, Guid? botId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var messages = await db.Messages.AsNoTracking().OwnedBy(userId).Living().Where(message => ids.Contains(message.Id)).OrderBy(message => message.Depth).ToListAsync(cancellationToken);
        var hidden = await HiddenAsync(db, userId, [.. messages.SelectMany(message => message.ReadIds).Distinct()], cancellationToken);
        return [.. messages.Select(message => new ReadMessage(message, TextOf(message, hidden, botId), message.BotId is { } speaker && speaker == botId))];
    }

    private static string TextOf(Message message, HashSet<Guid> hidden, Guid? botId)
    {
        if (message.IsForgotten) return Forgotten;
        if (message.ReadIds.Any(hidden.Contains)) return Withheld;
        return message.Role == MessageRole.User || message.BotId == botId || message.Name is not { } name ? message.Content : $"{name}: {message.Content}";
    }

    private static async Task<HashSet<Guid>> HiddenAsync(MosaicDb db, Guid userId, Guid[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0) return [];
        var readable = await db.Memos.Where(memo => ids.Contains(memo.Id) && memo.UserId == userId && !memo.AiExcluded && memo.DeletedAt == null).Select(memo => memo.Id)
            .Concat(db.ImportDocuments.Where(document => ids.Contains(document.Id) && document.UserId == userId && document.DeletedAt == null).Select(document => document.Id)).ToListAsync(cancellationToken);
        return [.. ids.Except(readable)];
    }
}
