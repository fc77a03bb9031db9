namespace Mosaic.Data.Bots;

/// <summary>How a bot is asked. What is null is as the house has it.</summary>
public sealed record BotConfig
{
    /// <summary>Another model of the same provider.</summary>
    public string? Model { get; init; }

    /// <summary>0 to 2.</summary>
    public float? Temperature { get; init; }

    /// <summary>The longest answer, in tokens.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>It recalls what its person wrote before.</summary>
    public bool MemoryEnabled { get; init; } = true;
}
