using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Admin;

/// <summary>One thing an admin did. Outlives both the admin and whom it was done to.</summary>
public sealed class AdminAudit
{
    public required Guid Id { get; init; }
    public Guid? AdminId { get; init; }
    public required string AdminName { get; init; }

    /// <summary>One of <see cref="AuditAction"/>.</summary>
    public required string Action { get; init; }

    /// <summary>The user name, the invitation's note or the word "settings".</summary>
    public required string Target { get; init; }

    /// <summary>A JSON object of what changed, as it was; never a secret.</summary>
    public string? Before { get; init; }

    /// <summary>The same members, as they became.</summary>
    public string? After { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class AdminAuditMapping : IEntityTypeConfiguration<AdminAudit>
{
    public void Configure(EntityTypeBuilder<AdminAudit> entity)
    {
        entity.ToTable("admin_audit");
        entity.Property(line => line.Before).HasColumnType("jsonb");
        entity.Property(line => line.After).HasColumnType("jsonb");
    }
}
