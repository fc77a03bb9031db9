using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Ask;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai;
using Npgsql;

namespace Mosaic.Web.Features.Search.Recall;

/// <summary>Finds what a person wrote that is near a text in meaning, for who talks with them: none kept from AI, none in the trash; the archive counts.</summary>
public sealed class RecallService(NpgsqlDataSource database, QuestionPlaces places, IDbContextFactory<MosaicDb> databases)
{
    /// <summary>More of a text tells no more about what it is about, in UTF-16 code units.</summary>
    private const int MostRead = 2_000;

    /// <param name="userId">Whose writing is read.</param>
    /// <param name="text">What is talked about.</param>
    /// <param name="least">How near a passage must be, by the offline helper's places and by a model's.</param>
    /// <param name="most">How many, at most.</param>
    /// <param name="without">A memo that is left out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>One passage of each memo, the nearest first; and why nothing could be looked for, in a sentence.</returns>
    public async Task<(IReadOnlyList<NearPassage> Passages, string? Trouble)> FindAsync(
        Guid userId, string text, (double Offline, double Model) least, int most, Guid? without = null, CancellationToken cancellationToken = default)
    {
        text = text.Length <= MostRead ? text : text[..(MostRead - (char.IsHighSurrogate(text[MostRead - 1]) ? 1 : 0))];
        if (string.IsNullOrWhiteSpace(text)) return ([], null);
        QueryVector place;
        try
        {
            place = await places.PlaceAsync(userId, text, cancellationToken);
        }
        catch (AiException failed)
        {
            return ([], failed.Sentence);
        }
        var isOffline = place.Provider == AiProviders.Offline;
        var found = await database.SearchAsync(new SearchRequest(userId)
        {
            Limit = most + 1,
            Filter = new SearchFilter { Kinds = [Memo.EntityName], IsArchived = null },
            Vector = place with { Trust = place.Trust with { Least = isOffline ? least.Offline : least.Model } },
        }, cancellationToken);
        var near = found.Hits.Where(hit => hit.Id != without && hit.Cosine >= (isOffline ? least.Offline : least.Model)).Take(most).ToList();
        return (await ReadAsync(userId, near, cancellationToken), null);
    }

    private async Task<IReadOnlyList<NearPassage>> ReadAsync(Guid userId, List<FoundText> hits, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var ids = hits.Select(hit => hit.Id).ToArray();
        var memos = await db.Memos.Where(memo => memo.UserId == userId && !memo.AiExcluded && memo.DeletedAt == null && ids.Contains(memo.Id))
            .Select(memo => new { memo.Id, memo.Content, memo.RevisionCount }).ToDictionaryAsync(memo => memo.Id, cancellationToken);
        // Cut anew: the index may still know an older text, and what is recalled is of this revision.
        return [.. from hit in hits
                   where memos.ContainsKey(hit.Id)
                   let memo = memos[hit.Id]
                   let passage = PassageChoice.Of(PassageCutter.Cut(memo.Content), hit, [])
                   where passage is not null
                   select new NearPassage(hit.Id, memo.RevisionCount, passage.Value.Position, passage.Value.Passage, hit.WrittenAt, hit.TagPaths, hit.Cosine!.Value)];
    }
}
