namespace Mosaic.Data.Memos;

/// <summary>One line of a memo's history, without its text. <see cref="Length"/> is in characters as the database counts them.</summary>
public sealed record RevisionLine(int Number, string Source, int? RestoredFrom, string? Label, int Length, DateTimeOffset CreatedAt);
