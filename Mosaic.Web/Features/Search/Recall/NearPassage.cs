namespace Mosaic.Web.Features.Search.Recall;

/// <summary>A passage of a memo that is near a text in meaning.</summary>
/// <param name="MemoId">Of what it is.</param>
/// <param name="Revision">The revision that says it.</param>
/// <param name="Position">Which passage of that revision it is, from 0.</param>
/// <param name="Text">As it was written.</param>
/// <param name="WrittenAt">When its memo was written first.</param>
/// <param name="TagPaths">The tags of its memo and their parents.</param>
/// <param name="Cosine">How near it is, −1 to 1.</param>
public sealed record NearPassage(Guid MemoId, int Revision, int Position, string Text, DateTimeOffset WrittenAt, IReadOnlyList<string> TagPaths, double Cosine);
