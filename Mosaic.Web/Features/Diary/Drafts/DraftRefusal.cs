namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Why a day gets no draft: an outcome of <see cref="Mosaic.Data.Diary.DiaryNight"/>, and a sentence for the person.</summary>
public sealed record DraftRefusal(string Outcome, string Sentence);
