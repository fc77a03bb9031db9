using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Bots.Recall;
using Mosaic.Web.Features.Search;
using Mosaic.Web.Features.Search.Recall;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Chat.Recall;

/// <summary>Looks for what a bot knows that is near to what is said.</summary>
internal sealed class ChatRecall(IDbContextFactory<MosaicDb> databases, QuestionPlaces places, RecallService memos, TimeProvider clock)
{
    /// <summary>How many facts are recalled, how many passages of documents, and how many of old messages.</summary>
    public const int MostFacts = 5, MostChunks = 5, MostPassages = 3;

    /// <summary>Pinned facts go into every prompt, up to so many.</summary>
    private const int MostPinned = 20;

    /// <summary>How near a text must be, by the offline helper's places and by a model's.</summary>
    private static readonly (double Offline, double Model) Least = (0.2, 0.35);

    /// <summary>Facts and passages, the nearest first each; what was pinned comes before.</summary>
    /// <param name="question">Who asks whom, where, and what.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(IReadOnlyList<RecalledText> Memories, IReadOnlyList<RecalledText> Passages)> FindAsync(RecallQuestion question, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(question, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var known = db.Memories.AsNoTracking().OwnedBy(question.UserId).KnownTo(db, question.BotId, question.ConversationId, question.Path, clock.GetUtcNow());
        // Documents are given, and facts and passages remembered.
        if (!question.Remembers) known = known.Where(memory => memory.DocumentId != null);
        var facts = (await known.Where(memory => memory.Kind == MemoryKind.Fact && memory.IsPinned).OrderByDescending(memory => memory.Importance).ThenBy(memory => memory.Id).Take(MostPinned).ToListAsync(cancellationToken))
            .ConvertAll(memory => (Memory: memory, Score: 1.0));
        var passages = new List<RecalledText>();
        if (place is not null)
        {
            var near = await NearAsync(db, question.UserId, known.Where(memory => memory.Kind == MemoryKind.Fact && !memory.IsPinned), place, MostFacts, cancellationToken);
            facts.AddRange(near.OrderByDescending(one => one.Score * (0.5 + one.Memory.Importance)));
            var chunks = await NearAsync(db, question.UserId, known.Where(memory => memory.DocumentId != null), place, MostChunks, cancellationToken);
            var titles = await TitlesAsync(db, chunks.Select(chunk => chunk.Memory.DocumentId!.Value), cancellationToken);
            passages.AddRange(chunks.Select(chunk => OfDocument(chunk.Memory, titles[chunk.Memory.DocumentId!.Value], chunk.Score)));
            var old = known.Where(memory => memory.Kind == MemoryKind.Passage && memory.DocumentId == null && !question.Shown.Contains(memory.SourceMessageId!.Value));
            passages.AddRange((await NearAsync(db, question.UserId, old, place, MostPassages, cancellationToken)).Select(one => OfMemory(one.Memory, one.Score)));
        }
        if (question.ReadsMemos) passages.AddRange(await MemosAsync(question, cancellationToken));
        return ([.. facts.Select(one => OfMemory(one.Memory, one.Score))], [.. passages.OrderByDescending(passage => passage.Source.Score)]);
    }

    /// <summary>Null where no model could be asked: what is pinned is known all the same.</summary>
    private async Task<QueryVector?> PlaceAsync(RecallQuestion question, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(question.Text)) return null;
        try
        {
            return await places.PlaceAsync(question.UserId, question.Text, cancellationToken);
        }
        catch (AiException)
        {
            return null;
        }
    }

    private static async Task<List<(Memory Memory, double Score)>> NearAsync(MosaicDb db, Guid userId, IQueryable<Memory> known, QueryVector place, int most, CancellationToken cancellationToken)
    {
        var least = place.Provider == AiProviders.Offline ? Least.Offline : Least.Model;
        var near = await known.Join(db.NearMemories(userId, place), memory => memory.Id, one => one.MemoryId, (memory, one) => new { Memory = memory, one.Cosine })
            .Where(one => one.Cosine >= least).OrderByDescending(one => one.Cosine).ThenBy(one => one.Memory.Id).Take(most).ToListAsync(cancellationToken);
        return near.ConvertAll(one => (one.Memory, one.Cosine));
    }

    private async Task<IEnumerable<RecalledText>> MemosAsync(RecallQuestion question, CancellationToken cancellationToken)
    {
        var (near, _) = await memos.FindAsync(question.UserId, question.Text, RecallRules.Least, RecallRules.Candidates, cancellationToken: cancellationToken);
        return RecallRules.Choose(near, [], clock.GetUtcNow()).Select(one => OfMemo(one.Passage));
    }

    private static RecalledText OfMemo(NearPassage passage) => new(
        new MessageSource(MessageSource.Memo, passage.MemoId, "", passage.Revision, passage.Position, passage.WrittenAt, Math.Round(passage.Cosine, 4)), passage.Text, [passage.MemoId]);

    private static Task<Dictionary<Guid, string>> TitlesAsync(MosaicDb db, IEnumerable<Guid> ids, CancellationToken cancellationToken) =>
        db.ImportDocuments.Where(document => ids.Contains(document.Id)).ToDictionaryAsync(document => document.Id, document => document.Title, cancellationToken);

    private static RecalledText OfDocument(Memory chunk, string title, double score)
    {
        var name = chunk.Metadata.Place is { Length: > 0 } place ? $"{title} · {place}" : title;
        return new RecalledText(new MessageSource(MessageSource.Document, chunk.DocumentId!.Value, name, null, chunk.Position, null, Math.Round(score, 4)), chunk.Content, [chunk.DocumentId.Value]);
    }

    private static RecalledText OfMemory(Memory memory, double score) =>
        new(new MessageSource(MessageSource.Memory, memory.Id, "", null, 0, memory.CreatedAt, Math.Round(score, 4)), memory.Content, memory.ReadIds);
}
