using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Drafts;

namespace Mosaic.Web.Features.Diary.Api;

/// <summary>A page of the diary, for programs.</summary>
/// <param name="Date">Which day.</param>
/// <param name="Id">By which devices know it.</param>
/// <param name="Summary">Its text, Markdown.</param>
/// <param name="MoodKey">The key of its mood.</param>
/// <param name="MoodScore">1 to 10.</param>
/// <param name="Source"><c>manual</c>, <c>ai</c> or <c>offline</c>: who wrote the text.</param>
/// <param name="State"><c>draft</c> or <c>kept</c>.</param>
/// <param name="IsLocked">No night touches it.</param>
/// <param name="Revision">Goes into <c>baseRevision</c> of a change.</param>
/// <param name="MemoIds">The memos it was made of.</param>
/// <param name="Sentences">Which memos each sentence of a draft came from; null once somebody wrote the text.</param>
/// <param name="Note">Why the offline helper stepped in for a provider.</param>
/// <param name="CreatedAt">When it was first written.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="DeletedAt">When it went to the trash.</param>
internal sealed record DiaryJson(
    DateOnly Date, Guid Id, string Summary, string? MoodKey, int? MoodScore, string Source, string State, bool IsLocked, int Revision,
    IReadOnlyList<Guid> MemoIds, IReadOnlyList<SentenceJson>? Sentences, string? Note, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? DeletedAt)
{
    public static readonly DiaryJson Example = new(
        new(2026, 3, 1), new("01980000-0000-7000-8000-00000000d101"), "Bees out early.", "calm", 7, DiarySource.Ai, DiaryState.Draft, false, 1,
        [new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e03")], [new("Bees out early.", [new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e03")])], null,
        new(2026, 3, 2, 3, 5, 0, TimeSpan.Zero), new(2026, 3, 2, 3, 5, 0, TimeSpan.Zero), null);

    public static DiaryJson Of(DiaryPage page)
    {
        var provenance = DraftProvenance.Of(page.Provenance);
        return new DiaryJson(
            page.Date, page.Id, page.Summary, page.MoodKey, page.MoodScore, page.GenerationSource, page.State, page.AutoGenerationLocked, page.RevisionCount,
            page.GeneratedFromMemoIds, provenance is null ? null : [.. provenance.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Select(sentence => new SentenceJson(sentence.Text, sentence.MemoIds))],
            provenance?.Note, page.CreatedAt, page.UpdatedAt, page.DeletedAt);
    }
}
