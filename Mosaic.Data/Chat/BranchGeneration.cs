namespace Mosaic.Data.Chat;

/// <summary>How a branch was made.</summary>
public sealed record BranchGeneration
{
    /// <summary>Which of the directions asked for at once it was, from 1; null for a branch the person made of what was there.</summary>
    public int? Number { get; init; }

    public string? Model { get; init; }
}
