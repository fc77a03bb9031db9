namespace Mosaic.Web.Platform.Ai;

/// <summary>Whose vectors can be compared with one another: only those of one model and length.</summary>
public sealed record EmbeddingModel(string Provider, string Model, int Dimensions)
{
    public bool IsOffline => Provider == AiProviders.Offline;
}
