namespace Mosaic.Web.Features.Diary;

/// <summary>A memo of a day, as far as its page shows it; the excerpt is Markdown.</summary>
public sealed record WrittenMemo(Guid Id, DateTimeOffset WrittenAt, string Excerpt, bool IsKeptFromAi, bool IsArchived);
