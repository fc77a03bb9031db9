namespace Mosaic.Web.Features.Diary;

/// <summary>A memo that a page was made of, and what became of it.</summary>
public sealed record SourceMemo(Guid Id, SourceState State);
