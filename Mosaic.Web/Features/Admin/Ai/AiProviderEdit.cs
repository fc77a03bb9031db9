using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Admin.Ai;

/// <summary>What an admin wants of the provider for one purpose. Every number may be left out.</summary>
public sealed record AiProviderEdit(string Provider)
{
    public string? BaseUrl { get; init; }

    /// <summary>Null keeps the one that is set, an empty one removes it.</summary>
    public string? NewKey { get; init; }

    public string? Model { get; init; }

    /// <summary>0 to 2.</summary>
    public float? Temperature { get; init; }

    /// <summary>1 to 1,000,000.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>1 to 600.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <inheritdoc cref="AiOptions.InputPrice"/>
    public decimal? InputPrice { get; init; }

    public decimal? OutputPrice { get; init; }

    /// <inheritdoc cref="AiOptions.ContextTokens"/>
    public int? ContextTokens { get; init; }

    /// <inheritdoc cref="AiOptions.SeesPictures"/>
    public bool SeesPictures { get; init; }

    /// <inheritdoc cref="AiOptions.Dimensions"/>
    public int? Dimensions { get; init; }
}
