namespace Mosaic.Web.Features.Diary.Drafts;

public sealed record DraftParagraph(IReadOnlyList<DraftSentence> Sentences);
