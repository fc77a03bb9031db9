namespace Mosaic.Data.Chat;

/// <summary>What is known about an answer besides its text.</summary>
public sealed record MessageMetadata
{
    /// <summary>What it was given to read, in the order of its citations.</summary>
    public IReadOnlyList<MessageSource> Sources { get; init; } = [];

    /// <summary>What went into its prompt and what did not; no text.</summary>
    public MessageWindow? Window { get; init; }

    /// <summary>From being asked to the last word, in milliseconds.</summary>
    public int? TookMs { get; init; }

    /// <summary>In the admin's currency; null where no price is known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>What the person asked this answer to be like, as one of several directions.</summary>
    public string? Direction { get; init; }
}
