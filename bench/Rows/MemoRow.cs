namespace Mosaic.Bench.Rows;

/// <summary>A memo as it gets into a made-up database.</summary>
internal sealed record MemoRow(Guid Id, Guid UserId, string Text, DateTimeOffset At, bool IsArchived = false, bool IsPinned = false);
