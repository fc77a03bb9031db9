namespace Mosaic.Data.Search;

/// <summary>A passage and how near it is.</summary>
/// <param name="SourceKind">What kind of text it is of.</param>
/// <param name="SourceId">Of which text.</param>
/// <param name="Position">Which of its passages, from 0.</param>
/// <param name="Cosine">-1 to 1, the nearest 1.</param>
public readonly record struct ComparedPassage(string SourceKind, Guid SourceId, int Position, float Cosine);
