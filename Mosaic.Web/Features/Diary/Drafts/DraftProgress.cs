namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>How far the draft of a day is.</summary>
/// <param name="IsUnderWay">It is being written, or about to be.</param>
/// <param name="Trouble">Why it failed or waits.</param>
/// <param name="NextTry">When it is tried; null when it is not.</param>
public sealed record DraftProgress(bool IsUnderWay, string? Trouble, DateTimeOffset? NextTry);
