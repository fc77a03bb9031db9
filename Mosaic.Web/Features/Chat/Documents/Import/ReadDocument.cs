using Mosaic.Data.Chat;
using Mosaic.Data.Jobs;
using Mosaic.Web.Features.Chat.Memories;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Ledger;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Chat.Documents.Import;

/// <summary>Reads a document, cuts it into passages and places them. Begun again, it goes on where it stopped.</summary>
internal sealed class ReadDocument(DocumentBytesSource source, DocumentText texts, DocumentWrites writes, MemoryIndex index, AiBudgets budgets, TimeProvider clock) : IJobHandler
{
    public const string Kind = "chat.document";
    public const string Title = "Read a document";

    private const string Gone = "The document is gone, or could not be read before.";

    /// <summary>Where each stage ends, as a share of the whole.</summary>
    private const double Fetched = 0.1, Read = 0.4, Cut = 0.5;

    public static NewJob For(Guid userId, Guid documentId) => new(Kind, documentId.ToString(), userId, JobPayload.Of(new Work(documentId)));

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        if (await writes.BeginAsync(run.UserId, run.Payload<Work>().DocumentId, cancellationToken) is not (var document, var chunks)) return JobResult.Skip(Gone);
        var progress = new DocumentProgress(async (stage, whole, token) =>
        {
            await writes.ShowAsync(document, stage, chunks, whole, token);
            await run.ShowProgressAsync(whole, token);
        }, clock);
        if (chunks == 0)
        {
            var (read, refusal) = await ReadAsync(document, progress, cancellationToken);
            if (refusal is not null)
            {
                await writes.FailAsync(document, refusal, cancellationToken);
                return JobResult.Skip(refusal);
            }
            if (read == 0) return JobResult.Skip(Gone);
            chunks = read;
        }
        return await PlaceAsync(document, progress, cancellationToken);
    }

    /// <summary>How many passages there are now, 0 when the document was deleted meanwhile; or why it cannot be read.</summary>
    private async Task<(int Chunks, string? Refusal)> ReadAsync(ImportDocument document, DocumentProgress progress, CancellationToken cancellationToken)
    {
        if (document.SourceType == DocumentSourceType.Url) await progress.BeginAsync(DocumentStage.Fetching, 0, Fetched, cancellationToken);
        var (fetched, refusal) = await source.OpenAsync(document, cancellationToken);
        if (fetched is null) return (0, refusal);
        await using var bytes = fetched;
        await progress.BeginAsync(DocumentStage.Reading, Fetched, Read, cancellationToken);
        var reading = await progress.WatchAsync(() => texts.ReadAsync(fetched.Bytes, fetched.Name, fetched.MimeType, progress, cancellationToken), cancellationToken);
        if (reading is not DocumentReading.Read read) return (0, ((DocumentReading.Refused)reading).Sentence);
        await progress.BeginAsync(DocumentStage.Cutting, Read, Cut, cancellationToken);
        var chunks = await progress.WatchAsync(() => Task.FromResult(CutUp(read.Parts, progress)), cancellationToken);
        if (chunks.Count == 0) return (0, DocumentRefusal.NoText);
        var content = string.Join("\n\n", read.Parts.Select(part => part.Text));
        return (await writes.KeepAsync(document, read.Title, content, chunks, fetched, cancellationToken) ? chunks.Count : 0, null);
    }

    private static List<DocumentChunk> CutUp(IReadOnlyList<DocumentPart> parts, DocumentProgress progress)
    {
        var chunks = new List<DocumentChunk>();
        foreach (var (done, part) in parts.Index())
        {
            foreach (var passage in PassageCutter.Cut(part.Text)) chunks.Add(new DocumentChunk(chunks.Count, part.Place.Length > 0 ? part.Place : null, passage));
            progress.Report((double)(done + 1) / parts.Count);
        }
        return chunks;
    }

    private async Task<JobResult> PlaceAsync(ImportDocument document, DocumentProgress progress, CancellationToken cancellationToken)
    {
        await progress.BeginAsync(DocumentStage.Placing, Cut, 1, cancellationToken);
        var ids = await writes.ChunkIdsAsync(document, cancellationToken);
        try
        {
            await index.PlaceAsync(document.UserId, ids, within => progress.TellAsync(within, cancellationToken), cancellationToken);
            await writes.CompleteAsync(document, ids.Count, isPlaced: true, cancellationToken);
            return JobResult.Done;
        }
        catch (AiException failed)
        {
            // Its words are known all the same.
            await writes.CompleteAsync(document, ids.Count, isPlaced: false, cancellationToken);
            if (failed.Fault != AiFault.Budget) throw;
            return JobResult.WaitUntil(await budgets.NextDayAsync(document.UserId, cancellationToken), failed.Sentence);
        }
    }

    internal sealed record Work(Guid DocumentId);
}
