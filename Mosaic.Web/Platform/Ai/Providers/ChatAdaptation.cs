namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>What a model turned out not to accept.</summary>
internal sealed record ChatAdaptation
{
    public static ChatAdaptation None { get; } = new();

    public bool WithoutTemperature { get; init; }

    /// <summary>The newer name <c>max_completion_tokens</c> instead of <c>max_tokens</c>.</summary>
    public bool WithNewerMaxTokens { get; init; }

    public bool WithoutMaxTokens { get; init; }

    /// <summary>What to leave out after this refusal; null when it was about something else, or was heeded already.</summary>
    public ChatAdaptation? After(string refusal)
    {
        if (!WithoutTemperature && refusal.Contains("temperature", StringComparison.OrdinalIgnoreCase)) return this with { WithoutTemperature = true };
        if (!WithNewerMaxTokens && refusal.Contains("max_tokens", StringComparison.OrdinalIgnoreCase)) return this with { WithNewerMaxTokens = true };
        if (!WithoutMaxTokens && refusal.Contains("max_completion_tokens", StringComparison.OrdinalIgnoreCase)) return this with { WithoutMaxTokens = true };
        return null;
    }
}
