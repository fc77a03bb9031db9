using System.Text.Json;

namespace Mosaic.Web.Platform.Ai.Settings;

/// <summary>The open part of a provider's settings. Prices are per million tokens, in whatever currency the admin thinks in.</summary>
public sealed record AiOptions
{
    public decimal? InputPrice { get; init; }

    public decimal? OutputPrice { get; init; }

    /// <summary>Of input the provider had read before; null costs as much as any.</summary>
    public decimal? CachedPrice { get; init; }

    /// <summary>How many numbers an embedding has, 1 to 4000; null until a test has seen it.</summary>
    public int? Dimensions { get; init; }

    /// <summary>The model sees pictures; they are sent only then.</summary>
    public bool SeesPictures { get; init; }

    /// <summary>How many tokens a prompt and its answer may have together; null for <see cref="UsualContext"/>.</summary>
    public int? ContextTokens { get; init; }

    /// <summary>Nearly every model of today has room for as many.</summary>
    public const int UsualContext = 8_192;

    /// <summary>How the key ends.</summary>
    public string? KeyEnding { get; init; }

    public static AiOptions Read(string json) => JsonSerializer.Deserialize<AiOptions>(json, JsonSerializerOptions.Web) ?? new AiOptions();

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>What a call costs; null where no price is known.</summary>
    public decimal? CostOf(TokenCount tokens) => InputPrice is null && OutputPrice is null ? null
        : (((tokens.Input - tokens.Cached) * (InputPrice ?? 0)) + (tokens.Cached * (CachedPrice ?? InputPrice ?? 0)) + (tokens.Output * (OutputPrice ?? 0))) / 1_000_000m;
}
