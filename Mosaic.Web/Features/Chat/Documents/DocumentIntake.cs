using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Chat.Documents.Import;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Takes documents in: a file is kept as it was given, an address is fetched later; both are read by a job.</summary>
public sealed class DocumentIntake(IDbContextFactory<MosaicDb> databases, FileStore files, FileCleaner cleaner, Live live, TimeProvider clock)
{
    /// <summary>The most documents of a person.</summary>
    public const int Most = 200;

    private const int MaxName = 2_000;

    /// <summary>Takes a file; the same one for the same target is taken once.</summary>
    /// <param name="userId">Whose it will be.</param>
    /// <param name="filename">As given.</param>
    /// <param name="bytes">Read once, up to the limit.</param>
    /// <param name="target">Who is to know it.</param>
    /// <param name="length">What the sender says the length is, in bytes.</param>
    /// <param name="id">The id of the document to be, for who may ask twice.</param>
    /// <param name="cancellationToken">Nothing is kept when it fires.</param>
    public async Task<DocumentResult> AddFileAsync(Guid userId, string filename, Stream bytes, DocumentTarget target, long? length = null, Guid? id = null, CancellationToken cancellationToken = default)
    {
        var options = new StoreOptions { KeepLocation = true, MaxLength = DocumentLimits.MaxBytes, DeclaredLength = length };
        return await files.StoreAsync(userId, filename, bytes, options, cancellationToken) switch
        {
            StoreResult.Stored stored => await TakeAsync(userId, stored.Resource, target, id, cancellationToken),
            StoreResult.Refused refused => new DocumentResult.Refused(refused.Sentence, refused.IsTooLarge),
            _ => throw new InvalidOperationException("A result that nobody told of."),
        };
    }

    /// <summary>Makes a document of a stored file that nothing has. Where it does not, the file is gone.</summary>
    public async Task<DocumentResult> TakeAsync(Guid userId, Resource file, DocumentTarget target, Guid? id = null, CancellationToken cancellationToken = default)
    {
        var (now, sha256) = (clock.GetUtcNow(), Convert.ToHexStringLower(file.Sha256));
        var result = await AddAsync(new ImportDocument
        {
            Id = id ?? Guid.CreateVersion7(now),
            UserId = userId,
            Scope = target.Scope,
            BotId = target.BotId,
            ConversationId = target.ConversationId,
            SourceType = DocumentSourceType.File,
            SourceName = file.Filename,
            MimeType = file.MimeType,
            FileSize = file.FileSize,
            Sha256 = sha256,
            ResourceId = file.Id,
            Status = DocumentStatus.Pending,
            CreatedAt = now,
            UpdatedAt = now,
        }, target, document => document.Sha256 == sha256 && document.SourceType == DocumentSourceType.File, cancellationToken);
        if (result is not DocumentResult.Done { Document.ResourceId: { } kept } || kept != file.Id) await cleaner.DeleteUnclaimedAsync(userId, file.Id, CancellationToken.None);
        return result;
    }

    /// <summary>Takes an address, which is fetched later. The same one for the same target is taken once.</summary>
    public async Task<DocumentResult> AddUrlAsync(Guid userId, string address, DocumentTarget target, Guid? id = null, CancellationToken cancellationToken = default)
    {
        address = address.Trim();
        if (address.Length > MaxName) return new DocumentResult.Refused($"An address has at most {MaxName} characters: shorten it.");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || address.Any(char.IsControl))
            return new DocumentResult.Refused("This is no web address: write one that begins with https://.");
        if (uri.UserInfo.Length > 0) return new DocumentResult.Refused("The address carries a name or password, which is not passed on: write it without.");
        var now = clock.GetUtcNow();
        return await AddAsync(new ImportDocument
        {
            Id = id ?? Guid.CreateVersion7(now),
            UserId = userId,
            Scope = target.Scope,
            BotId = target.BotId,
            ConversationId = target.ConversationId,
            SourceType = DocumentSourceType.Url,
            SourceName = address,
            Status = DocumentStatus.Pending,
            CreatedAt = now,
            UpdatedAt = now,
        }, target, document => document.SourceName == address && document.SourceType == DocumentSourceType.Url, cancellationToken);
    }

    private async Task<DocumentResult> AddAsync(ImportDocument document, DocumentTarget target, Expression<Func<ImportDocument, bool>> isSame, CancellationToken cancellationToken)
    {
        var userId = document.UserId;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentsAsync(userId, cancellationToken);
        if (await db.ImportDocuments.Where(made => made.Id == document.Id).Select(made => (Guid?)made.UserId).SingleOrDefaultAsync(cancellationToken) is { } owner)
            return owner == userId ? new DocumentResult.Done(await CardAsync(db, document.Id, cancellationToken), WasThere: true) : new DocumentResult.Refused("This id is taken. Make a new one.");
        if (!await db.HasTargetAsync(userId, target, cancellationToken)) return new DocumentResult.NotFound();
        var mine = db.ImportDocuments.OwnedBy(userId).Living();
        if (await mine.KnownBy(target).Where(isSame).Select(same => (Guid?)same.Id).FirstOrDefaultAsync(cancellationToken) is { } there)
            return new DocumentResult.Done(await CardAsync(db, there, cancellationToken), WasThere: true);
        if (await mine.CountAsync(cancellationToken) >= Most) return new DocumentResult.Refused($"You have {Most} documents, as many as there may be. Delete one first.");
        db.Add(document);
        await db.SaveChangesAsync(cancellationToken);
        await db.EnqueueAsync([ReadDocument.For(userId, document.Id)], clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await live.AnnounceAsync(Topics.Memories(userId), document.Id.ToString(), CancellationToken.None);
        return new DocumentResult.Done(await CardAsync(db, document.Id, cancellationToken));
    }

    private static async Task<DocumentCard> CardAsync(MosaicDb db, Guid id, CancellationToken cancellationToken) =>
        (await db.ImportDocuments.Where(document => document.Id == id).CardsAsync(db, cancellationToken)).Single();
}
