using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Accounts;

/// <summary>What lets a program act for a person, within its scopes. Only the SHA-256 of the secret is kept.</summary>
public sealed class ApiKey
{
    public const int MaxName = 50;

    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public required string Name { get; init; }

    /// <summary>How the secret begins, so that its owner recognises it.</summary>
    public required string Prefix { get; init; }

    public required byte[] Hash { get; init; }
    public required string[] Scopes { get; init; }

    /// <summary>Null: it does not end by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>A few seconds late, since uses are counted in memory first.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <inheritdoc cref="LastUsedAt"/>
    public long UseCount { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> entity) => entity.ToTable("api_keys");
}
