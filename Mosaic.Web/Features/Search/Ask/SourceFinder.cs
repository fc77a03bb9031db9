using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Ask.Dates;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.CurrentUser;
using Npgsql;

namespace Mosaic.Web.Features.Search.Ask;

/// <summary>Finds the passages that may answer a question: the person's own, none kept from AI, none in the trash; the archive counts.</summary>
public sealed class SourceFinder(NpgsqlDataSource database, QuestionPlaces places, IDbContextFactory<MosaicDb> databases)
{
    /// <summary>What a model is given to read.</summary>
    public const int Most = 8;

    /// <summary>The passages, and why they were looked for by words alone where they were.</summary>
    /// <param name="person">Whose they are.</param>
    /// <param name="question">As it was asked.</param>
    /// <param name="time">The days it names; their words are not looked for.</param>
    /// <param name="narrow">Only what was written on those days.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(IReadOnlyList<AskedSource> Sources, string? Trouble)> FindAsync(
        Person person, string question, AskedTime? time, bool narrow, CancellationToken cancellationToken)
    {
        var terms = AskWords.Telling(time?.Rest ?? question);
        narrow &= time is not null;
        // Such as "What did I do?", which every text would answer; with days in it, it asks for what was written then.
        if (terms.Count == 0 && !narrow) return ([], null);
        var (vector, trouble) = terms.Count == 0 ? (null, null) : await PlaceAsync(person.Id, narrow ? time!.Rest : question, cancellationToken);
        var (from, before) = narrow ? time!.Instants(person) : (null, null);
        var found = await database.SearchAsync(new SearchRequest(person.Id)
        {
            Limit = SearchService.MostHits,
            Filter = new SearchFilter { Kinds = [Memo.EntityName], From = from, Before = before, IsArchived = null },
            Terms = terms,
            Vector = vector,
        }, cancellationToken);
        var near = found.Hits.Where(hit => terms.Count == 0 || AskThreshold.Passes(hit, vector)).ToList();
        return (await ReadAsync(person, near, terms, cancellationToken), trouble);
    }

    private async Task<(QueryVector?, string?)> PlaceAsync(Guid userId, string question, CancellationToken cancellationToken)
    {
        try
        {
            return (await places.PlaceAsync(userId, question, cancellationToken), null);
        }
        catch (AiException failed)
        {
            return (null, failed.Sentence);
        }
    }

    private async Task<IReadOnlyList<AskedSource>> ReadAsync(Person person, List<FoundText> hits, IReadOnlyList<SearchTerm> terms, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // Only the index of meaning knows nothing of what is kept from AI; the words do.
        var readable = db.Memos.Where(memo => memo.UserId == person.Id && !memo.AiExcluded && memo.DeletedAt == null);
        var ids = hits.Select(hit => hit.Id).ToArray();
        var open = await readable.Where(memo => ids.Contains(memo.Id)).Select(memo => memo.Id).ToHashSetAsync(cancellationToken);
        hits = [.. hits.Where(hit => open.Contains(hit.Id)).Take(Most)];
        ids = [.. hits.Select(hit => hit.Id)];
        var memos = await readable.Where(memo => ids.Contains(memo.Id))
            .Select(memo => new { memo.Id, memo.Content, memo.RevisionCount, memo.CreatedAt }).ToDictionaryAsync(memo => memo.Id, cancellationToken);
        var sources = new List<AskedSource>(hits.Count);
        foreach (var hit in hits)
        {
            // Cut anew: the index may still know an older text, and a citation is of this revision.
            if (!memos.TryGetValue(hit.Id, out var memo) || PassageChoice.Of(PassageCutter.Cut(memo.Content), hit, terms) is not (var position, var passage)) continue;
            sources.Add(new AskedSource(sources.Count + 1, hit.Kind, hit.Id, memo.RevisionCount, position)
            {
                Title = ShownText.Title(memo.Content),
                Passage = passage,
                WrittenAt = person.LocalTime(memo.CreatedAt),
                Score = AskThreshold.ScoreOf(hit),
            });
        }
        return sources;
    }
}
