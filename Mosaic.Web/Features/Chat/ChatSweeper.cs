using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Settings;
using Mosaic.Web.Platform.Upkeep;

namespace Mosaic.Web.Features.Chat;

/// <summary>Deletes for good the documents, messages and conversations that have been deleted for the time of the trash, and temporary conversations that were left alone.</summary>
internal sealed class ChatSweeper(IDbContextFactory<MosaicDb> databases, FileCleaner cleaner, AppSettingsReader settings, TimeProvider clock, ILogger<ChatSweeper> logger)
    : TrashSweeper(databases, settings, clock, logger)
{
    /// <summary>How long nothing is said in a temporary conversation before it is over.</summary>
    private static readonly TimeSpan TemporaryFor = TimeSpan.FromHours(1);

    private readonly TimeProvider _clock = clock;

    protected override async Task<int> SweepAsync(MosaicDb db, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var left = _clock.GetUtcNow() - TemporaryFor;
        var conversations = db.Conversations.Where(conversation => conversation.DeletedAt < due || (conversation.IsTemporary && conversation.UpdatedAt < left
            && !db.Messages.Any(message => message.ConversationId == conversation.Id && message.State == MessageState.Streaming && message.UpdatedAt >= left)));
        var documents = db.ImportDocuments.Where(document => document.DeletedAt < due);
        var files = await db.ImportDocuments.Where(document => document.ResourceId != null && (document.DeletedAt < due || conversations.Any(conversation => conversation.Id == document.ConversationId)))
            .Select(document => new { document.UserId, Id = document.ResourceId!.Value }).ToListAsync(cancellationToken);
        var gone = await documents.ExecuteDeleteAsync(cancellationToken) + await SweepMessagesAsync(db, due, cancellationToken) + await conversations.ExecuteDeleteAsync(cancellationToken);
        foreach (var file in files) await cleaner.DeleteUnclaimedAsync(file.UserId, file.Id, cancellationToken);
        return gone;
    }

    /// <summary>In one statement, since a message cannot go before those below it. One with something below that is not due stays with those above it.</summary>
    private static Task<int> SweepMessagesAsync(MosaicDb db, DateTimeOffset due, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        WITH RECURSIVE needed AS (
          SELECT above.id, above.parent_id FROM messages above WHERE above.deleted_at < {due}
            AND EXISTS (SELECT FROM messages below WHERE below.parent_id = above.id AND (below.deleted_at IS NULL OR below.deleted_at >= {due}))
          UNION SELECT above.id, above.parent_id FROM needed JOIN messages above ON above.id = needed.parent_id
        )
        DELETE FROM messages WHERE deleted_at < {due} AND id NOT IN (SELECT id FROM needed)
        """, cancellationToken);
}
