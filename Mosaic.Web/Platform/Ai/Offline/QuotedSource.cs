namespace Mosaic.Web.Platform.Ai.Offline;

/// <summary>A source with the passage of it that is nearest to what was asked.</summary>
/// <param name="Number">Its place among the sources of the request, from 1: what a citation names.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Passage">Plain text on one line.</param>
internal sealed record QuotedSource(int Number, AiSource Source, string Passage);
