namespace Mosaic.Data.Memos;

/// <summary>Where a page of a list ended: the next one begins after this memo.</summary>
public sealed record MemoCursor(DateTimeOffset At, Guid Id);
