namespace Mosaic.Data.Chat;

/// <summary>What is known about a document besides its text.</summary>
public sealed record DocumentMetadata
{
    /// <summary>What is being done with it, such as <c>reading</c>; null when nothing is.</summary>
    public string? Stage { get; init; }

    /// <summary>How many passages it was cut into.</summary>
    public int Chunks { get; init; }
}
