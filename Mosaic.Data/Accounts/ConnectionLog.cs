using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Accounts;

/// <summary>One line of the sign-in log. <see cref="UserId"/> is null when the name belongs to nobody or the account is gone.</summary>
public sealed class ConnectionLog
{
    public required Guid Id { get; init; }
    public Guid? UserId { get; init; }
    public required string UserName { get; init; }
    public string? IpAddress { get; init; }
    public string? UserAgent { get; init; }

    /// <summary>One of <see cref="ConnectionAction"/>.</summary>
    public required string Action { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ConnectionLogMapping : IEntityTypeConfiguration<ConnectionLog>
{
    public void Configure(EntityTypeBuilder<ConnectionLog> entity) => entity.ToTable("connection_logs");
}
