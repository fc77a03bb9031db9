namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>How a test of a provider went, in a sentence.</summary>
public sealed record ProbeResult(bool IsGood, string Sentence)
{
    public TimeSpan? Latency { get; init; }

    /// <summary>What the provider has on offer; empty where it has no list.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>How many numbers an embedding has.</summary>
    public int? Dimensions { get; init; }

    /// <summary>How the provider itself put it.</summary>
    public string? Detail { get; init; }
}
