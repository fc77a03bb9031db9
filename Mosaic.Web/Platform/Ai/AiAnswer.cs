namespace Mosaic.Web.Platform.Ai;

/// <summary>What came back, and what it took. Show <see cref="IsOffline"/> to whoever reads the text; "Why this?" opens the turn.</summary>
public sealed record AiAnswer(string Text, Guid TurnId, string Provider, string Model)
{
    public bool IsOffline => Provider == AiProviders.Offline;

    /// <summary>What was read, in the order of the numbers it knows: the request's, without what may not be read any more.</summary>
    public IReadOnlyList<AiSource> Sources { get; init; } = [];

    public TokenCount Tokens { get; init; } = TokenCount.None;

    public TimeSpan Latency { get; init; }

    /// <summary>A sentence when the person's budget nears its end.</summary>
    public string? Warning { get; init; }
}
