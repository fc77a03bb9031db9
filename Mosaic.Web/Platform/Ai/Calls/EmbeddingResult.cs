namespace Mosaic.Web.Platform.Ai.Calls;

/// <summary>One vector a text, in the order of the texts.</summary>
internal sealed record EmbeddingResult(IReadOnlyList<float[]> Vectors, TokenCount Tokens);
