namespace Mosaic.Data.Chat;

/// <summary>What is known about a memory besides its text.</summary>
public sealed record MemoryMetadata
{
    /// <summary>Where in its document it stands, such as <c>page 12</c>.</summary>
    public string? Place { get; init; }

    /// <summary>The person wrote it or changed it, so that no model may.</summary>
    public bool IsEdited { get; init; }
}
