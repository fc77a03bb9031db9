using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Accounts;

/// <summary>A link that lets one person make an account. Only the SHA-256 of its token is kept.</summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }
    public required byte[] TokenHash { get; init; }
    public required Guid CreatedBy { get; init; }
    public string? Note { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public Guid? UsedBy { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> entity) => entity.ToTable("invitations");
}
