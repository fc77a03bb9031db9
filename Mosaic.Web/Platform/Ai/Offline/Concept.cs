namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>A group of words that mean nearly the same, within a topic.</summary>
/// <param name="Hash">Of its name and the topic's: the feature that all words of the group have.</param>
/// <param name="Topic">The topic it belongs to.</param>
internal sealed record Concept(ulong Hash, Topic Topic);
