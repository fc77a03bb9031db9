namespace Mosaic.Web.Platform.Ai.Settings;

/// <summary>Who answers for a purpose, ready to be called.</summary>
public sealed record AiConfig(string Key, string Provider)
{
    /// <summary>The key of the embedding model that goes on serving while another one places everything anew.</summary>
    public const string EmbeddingBefore = "embedding-before";

    public static readonly TimeSpan InteractiveTime = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan BackgroundTime = TimeSpan.FromSeconds(300);

    /// <summary>As the admin wrote it.</summary>
    public string? BaseUrl { get; init; }

    public AiSecret? ApiKey { get; init; }

    /// <summary>A key is kept, but this key ring cannot read it.</summary>
    public bool IsKeyLost { get; init; }

    public string Model { get; init; } = "";

    public float? Temperature { get; init; }

    public int? MaxTokens { get; init; }

    public int? TimeoutSeconds { get; init; }

    /// <summary>Tries after the first where trying again may help.</summary>
    public int MaxRetries { get; init; } = 2;

    public AiOptions Options { get; init; } = new();

    public bool IsOffline => Provider == AiProviders.Offline;

    /// <summary>For everything a call does: waiting for its turn, trying again, and the answer.</summary>
    public TimeSpan TimeFor(bool isInteractive) =>
        TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : isInteractive ? InteractiveTime : BackgroundTime;

    /// <summary>As one request wants it. What another model costs nobody has said.</summary>
    public AiConfig For(AiRequest request) => IsOffline ? this : this with
    {
        Model = request.Model ?? Model,
        Temperature = request.Temperature ?? Temperature,
        Options = request.Model is null || request.Model == Model ? Options : Options with { InputPrice = null, OutputPrice = null, CachedPrice = null },
    };

    public static AiConfig Offline(AiPurpose purpose) => new(purpose.Key(), AiProviders.Offline)
    {
        Model = purpose == AiPurpose.Embedding ? Ai.Offline.OfflineEmbedding.Model : Ai.Offline.OfflineHelper.Provider,
    };
}
