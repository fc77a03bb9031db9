namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>A draft, and how it came to be.</summary>
/// <param name="Draft">What it says.</param>
/// <param name="TurnId">The AI turn that made it, or that failed and left it to the offline helper; null where none was begun.</param>
/// <param name="Note">Why the offline helper stepped in for a provider; null where it did not.</param>
internal sealed record MadeDraft(DayDraft Draft, Guid? TurnId, string? Note);
