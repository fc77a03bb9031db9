namespace Mosaic.Data.Search;

/// <summary>What was compared in memory.</summary>
/// <param name="Best">The nearest passage of each text, the nearest first.</param>
/// <param name="Looked">Among how many passages; as many as were asked for where there are more.</param>
public sealed record ComparedPassages(IReadOnlyList<ComparedPassage> Best, int Looked);
