using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Accounts;

/// <summary>Buys one new pair of tokens, once. Only its SHA-256 is kept; used ones stay, so that a second use is noticed.</summary>
public sealed class RefreshToken
{
    public required Guid Id { get; init; }
    public required Guid FamilyId { get; init; }
    public required byte[] Hash { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class RefreshTokenMapping : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> entity)
    {
        entity.ToTable("refresh_tokens");
        // Known to EF so that a family is inserted before its first token.
        entity.HasOne<TokenFamily>().WithMany().HasForeignKey(token => token.FamilyId);
    }
}
