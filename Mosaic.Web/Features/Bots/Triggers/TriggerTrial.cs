namespace Mosaic.Web.Features.Bots.Triggers;

/// <summary>What a trigger would have made of a memo.</summary>
/// <param name="MemoId">Which memo.</param>
/// <param name="Words">Its beginning, plain.</param>
/// <param name="WrittenAt">When it was written, where its person lives.</param>
/// <param name="Decision">Whether it fires, and why.</param>
public sealed record TriggerTrial(Guid MemoId, string Words, DateTimeOffset WrittenAt, TriggerDecision Decision);
