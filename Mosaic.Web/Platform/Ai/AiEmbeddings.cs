namespace Mosaic.Web.Platform.Ai;

/// <summary>One vector a text, each of length 1, in the order of the texts.</summary>
public sealed record AiEmbeddings(IReadOnlyList<float[]> Vectors, EmbeddingModel Model, Guid TurnId);
