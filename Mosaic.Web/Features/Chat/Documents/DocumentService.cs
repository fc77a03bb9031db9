using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Data.Jobs;
using Mosaic.Web.Features.Chat.Documents.Import;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Finds documents and changes what is said about them; <see cref="DocumentIntake"/> takes them in.</summary>
public sealed class DocumentService(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitle = 200;

    /// <summary>Newest first; where a conversation or a bot is named, what is known there.</summary>
    public async Task<IReadOnlyList<DocumentCard>> ListAsync(Guid userId, Guid? conversationId = null, Guid? botId = null, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var documents = db.ImportDocuments.OwnedBy(userId).Living();
        if (conversationId is { } conversation)
            documents = documents.Where(document => document.Scope == MemoryScope.All || document.ConversationId == conversation
                || (document.BotId != null && db.ConversationParticipants.Any(voice => voice.ConversationId == conversation && voice.BotId == document.BotId && voice.IsActive)));
        if (botId is { } bot) documents = documents.Where(document => document.Scope == MemoryScope.All || document.BotId == bot);
        return await documents.OrderByDescending(document => document.CreatedAt).ThenByDescending(document => document.Id).CardsAsync(db, cancellationToken);
    }

    /// <summary>Null when there is none, it is deleted, or it is another person's.</summary>
    public async Task<DocumentCard?> FindAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await db.ImportDocuments.OwnedBy(userId).Living().Where(document => document.Id == id).CardsAsync(db, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Tries once more to read or to place it; does nothing with one that is well or on its way.</summary>
    public Task<DocumentResult> RetryAsync(Guid userId, Guid id, CancellationToken cancellationToken = default) => ChangeAsync(userId, id, async (db, document) =>
    {
        if (document.Status == DocumentStatus.Failed) (document.Status, document.ErrorMessage, document.Progress, document.Metadata) = (DocumentStatus.Pending, null, 0, new DocumentMetadata());
        else if (document.Status != DocumentStatus.Completed || document.Metadata.Stage != DocumentStage.Waiting) return null;
        await db.SaveChangesAsync(cancellationToken);
        await db.EnqueueAsync([ReadDocument.For(userId, id)], clock.GetUtcNow(), cancellationToken);
        return null;
    }, cancellationToken);

    public Task<DocumentResult> RenameAsync(Guid userId, Guid id, string title, CancellationToken cancellationToken = default)
    {
        title = PlainText.Collapse(title.Replace("\0", "", StringComparison.Ordinal));
        return ChangeAsync(userId, id, (_, document) =>
        {
            if (title.Length is 0 or > MaxTitle) return Task.FromResult<DocumentResult?>(new DocumentResult.Refused($"A title has 1 to {MaxTitle} characters."));
            document.Title = title;
            return Task.FromResult<DocumentResult?>(null);
        }, cancellationToken);
    }

    /// <summary>Changes who knows it, and its passages with it.</summary>
    public Task<DocumentResult> MoveAsync(Guid userId, Guid id, DocumentTarget target, CancellationToken cancellationToken = default) => ChangeAsync(userId, id, async (db, document) =>
    {
        if (!await db.HasTargetAsync(userId, target, cancellationToken)) return new DocumentResult.NotFound();
        (document.Scope, document.BotId, document.ConversationId) = (target.Scope, target.BotId, target.ConversationId);
        // The document first: whoever writes its passages now waits here, and then writes them for the new target.
        await db.SaveChangesAsync(cancellationToken);
        await db.Memories.Where(memory => memory.DocumentId == id).ExecuteUpdateAsync(set => set
            .SetProperty(memory => memory.Scope, target.Scope).SetProperty(memory => memory.BotId, target.BotId).SetProperty(memory => memory.ConversationId, target.ConversationId), cancellationToken);
        return null;
    }, cancellationToken);

    /// <summary>Deletes it; nothing of it is recalled, and <see cref="RestoreAsync"/> brings it back. False when there is none such.</summary>
    public async Task<bool> DeleteAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.ImportDocuments.OwnedBy(userId).Living().Where(document => document.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(document => document.DeletedAt, now).SetProperty(document => document.UpdatedAt, now), cancellationToken) == 0) return false;
        await AnnounceAsync(userId, id);
        return true;
    }

    /// <summary>Brings a deleted one back, and goes on reading it where that was not done.</summary>
    public async Task<bool> RestoreAsync(Guid userId, Guid id, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var mine = db.ImportDocuments.OwnedBy(userId).Where(document => document.Id == id);
        if (await mine.Where(document => document.DeletedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(document => document.DeletedAt, (DateTimeOffset?)null).SetProperty(document => document.UpdatedAt, now), cancellationToken) == 0) return false;
        if (await mine.AnyAsync(document => document.Status != DocumentStatus.Failed, cancellationToken)) await db.EnqueueAsync([ReadDocument.For(userId, id)], now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(userId, id);
        return true;
    }

    private async Task<DocumentResult> ChangeAsync(Guid userId, Guid id, Func<MosaicDb, ImportDocument, Task<DocumentResult?>> change, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.ImportDocuments.FromSql($"SELECT * FROM import_documents WHERE id = {id} AND user_id = {userId} AND deleted_at IS NULL FOR UPDATE").SingleOrDefaultAsync(cancellationToken) is not { } document)
            return new DocumentResult.NotFound();
        if (await change(db, document) is { } refused) return refused;
        document.UpdatedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(userId, id);
        return await FindAsync(userId, id, cancellationToken) is { } card ? new DocumentResult.Done(card) : new DocumentResult.NotFound();
    }

    private Task AnnounceAsync(Guid userId, Guid id) => live.AnnounceAsync(Topics.Memories(userId), id.ToString(), CancellationToken.None);
}
