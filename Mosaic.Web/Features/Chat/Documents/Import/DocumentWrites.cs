using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Documents.Import;

/// <summary>What the import of a document writes. A document has all of its text and passages, or none.</summary>
internal sealed class DocumentWrites(IDbContextFactory<MosaicDb> databases, Live live, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>The document that is to be read, without its text, and how many passages it has; null when there is nothing to do.</summary>
    public async Task<(ImportDocument Document, int Chunks)?> BeginAsync(Guid userId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var mine = db.ImportDocuments.OwnedBy(userId).Living().Where(document => document.Id == id && document.Status != DocumentStatus.Failed);
        await mine.Where(document => document.Status == DocumentStatus.Pending).ExecuteUpdateAsync(set => set.SetProperty(document => document.Status, DocumentStatus.Processing), cancellationToken);
        var found = await mine.AsNoTracking().Select(document => new ImportDocument
        {
            Id = document.Id,
            UserId = document.UserId,
            Scope = document.Scope,
            SourceType = document.SourceType,
            SourceName = document.SourceName,
            ResourceId = document.ResourceId,
            Status = document.Status,
            CreatedAt = document.CreatedAt,
        }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found, await db.Memories.CountAsync(memory => memory.DocumentId == id, cancellationToken));
    }

    /// <summary>Shows how far it is to whoever looks.</summary>
    public async Task ShowAsync(ImportDocument document, string stage, int chunks, double progress, CancellationToken cancellationToken)
    {
        var (now, metadata) = (clock.GetUtcNow(), new DocumentMetadata { Stage = stage, Chunks = chunks });
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.ImportDocuments.Where(row => row.Id == document.Id && row.Status == DocumentStatus.Processing)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, (float)progress).SetProperty(row => row.Metadata, metadata).SetProperty(row => row.UpdatedAt, now), cancellationToken);
        await AnnounceAsync(document);
    }

    /// <summary>Writes the text with all its passages in place of any from before. False when the document was deleted meanwhile.</summary>
    public async Task<bool> KeepAsync(ImportDocument document, string title, string content, IReadOnlyList<DocumentChunk> chunks, FetchedDocument fetched, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = db.ImportDocuments.Living().Where(one => one.Id == document.Id);
        // From here on nobody changes who knows it.
        if (await row.ExecuteUpdateAsync(set => set.SetProperty(one => one.Content, content).SetProperty(one => one.Title, one => one.Title == "" ? title : one.Title)
            .SetProperty(one => one.FileSize, fetched.Length).SetProperty(one => one.MimeType, fetched.MimeType).SetProperty(one => one.UpdatedAt, now), cancellationToken) == 0) return false;
        var target = await row.Select(one => new { one.Scope, one.BotId, one.ConversationId }).SingleAsync(cancellationToken);
        await db.Memories.Where(memory => memory.DocumentId == document.Id).ExecuteDeleteAsync(cancellationToken);
        foreach (var batch in chunks.Chunk(Batch))
        {
            db.AddRange(batch.Select(chunk => new Memory
            {
                Id = Guid.CreateVersion7(now),
                UserId = document.UserId,
                BotId = target.BotId,
                ConversationId = target.ConversationId,
                DocumentId = document.Id,
                Kind = MemoryKind.Passage,
                Content = chunk.Text,
                Scope = target.Scope,
                Position = chunk.Position,
                ReadIds = [document.Id],
                Metadata = new MemoryMetadata { Place = chunk.Place },
                CreatedAt = now,
                UpdatedAt = now,
            }));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Its passages, in order.</summary>
    public async Task<IReadOnlyList<Guid>> ChunkIdsAsync(ImportDocument document, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Memories.Where(memory => memory.DocumentId == document.Id).OrderBy(memory => memory.Position).Select(memory => memory.Id).ToListAsync(cancellationToken);
    }

    /// <summary>It is there for bots; <paramref name="isPlaced"/> tells whether by meaning too.</summary>
    public async Task CompleteAsync(ImportDocument document, int chunks, bool isPlaced, CancellationToken cancellationToken)
    {
        var (now, metadata) = (clock.GetUtcNow(), new DocumentMetadata { Stage = isPlaced ? null : DocumentStage.Waiting, Chunks = chunks });
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.ImportDocuments.Where(row => row.Id == document.Id && row.Status != DocumentStatus.Failed).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Status, DocumentStatus.Completed).SetProperty(row => row.Progress, 1f).SetProperty(row => row.Metadata, metadata).SetProperty(row => row.UpdatedAt, now), cancellationToken);
        await AnnounceAsync(document);
    }

    /// <summary>It cannot be read, for this reason; nothing of it is left.</summary>
    public async Task FailAsync(ImportDocument document, string sentence, CancellationToken cancellationToken)
    {
        var (now, metadata) = (clock.GetUtcNow(), new DocumentMetadata());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.ImportDocuments.Where(row => row.Id == document.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Status, DocumentStatus.Failed).SetProperty(row => row.ErrorMessage, sentence).SetProperty(row => row.Content, "").SetProperty(row => row.Progress, 0f)
            .SetProperty(row => row.Metadata, metadata).SetProperty(row => row.UpdatedAt, now), cancellationToken);
        await db.Memories.Where(memory => memory.DocumentId == document.Id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await AnnounceAsync(document);
    }

    private Task AnnounceAsync(ImportDocument document) => live.AnnounceAsync(Topics.Memories(document.UserId), document.Id.ToString(), CancellationToken.None);
}
