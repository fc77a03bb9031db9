using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Accounts;

/// <summary>One sign-in of a program, with all the tokens that came of it. It ends when it is revoked or when its person's stamp changes.</summary>
public sealed class TokenFamily
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>The person's stamp at the sign-in.</summary>
    public required string SecurityStamp { get; init; }

    public string? IpAddress { get; init; }
    public string? UserAgent { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
    public DateTimeOffset LastUsedAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class TokenFamilyMapping : IEntityTypeConfiguration<TokenFamily>
{
    public void Configure(EntityTypeBuilder<TokenFamily> entity) => entity.ToTable("token_families");
}
