using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Ai;

/// <summary>Who answers for one purpose, as the admin set it.</summary>
public sealed class ServerAiConfig
{
    /// <summary>The purpose in lower case.</summary>
    public required string Key { get; init; }

    public required string Provider { get; set; }
    public string? BaseUrl { get; set; }

    /// <summary>Encrypted; no page, log or answer ever has it.</summary>
    public string? ApiKey { get; set; }

    public string? Model { get; set; }

    /// <summary>0 to 2; null leaves it to the model.</summary>
    public float? Temperature { get; set; }

    public int? MaxTokens { get; set; }

    /// <summary>1 to 600; null is the usual time of the purpose.</summary>
    public int? TimeoutSeconds { get; set; }

    /// <summary>A JSON object: prices, dimensions, how the key ends.</summary>
    public string Options { get; set; } = "{}";

    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class ServerAiConfigMapping : IEntityTypeConfiguration<ServerAiConfig>
{
    public void Configure(EntityTypeBuilder<ServerAiConfig> entity)
    {
        entity.ToTable("server_ai_configs");
        entity.HasKey(config => config.Key);
        entity.Property(config => config.Options).HasColumnType("jsonb");
    }
}
