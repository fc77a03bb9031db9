namespace Mosaic.Web.Features.Search.Recall;

/// <summary>What was found near a text.</summary>
/// <param name="Passages">One of each memo, the nearest first.</param>
/// <param name="IsOffline">The offline helper placed them.</param>
/// <param name="Trouble">Why nothing could be looked for, in a sentence.</param>
public sealed record NearPassages(IReadOnlyList<NearPassage> Passages, bool IsOffline, string? Trouble = null);
