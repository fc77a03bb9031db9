using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Api;

/// <summary>A request that came with an <c>Idempotency-Key</c>, and what it was answered.</summary>
public sealed class IdempotentRequest
{
    public required Guid UserId { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, address and body: another request must not come under the same key.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>The id of what it makes, also when it is tried again after a crash.</summary>
    public required Guid ObjectId { get; init; }

    /// <summary>Until then the one who began is believed to be working.</summary>
    public DateTimeOffset LockedUntil { get; set; }

    /// <summary>Null until it is answered.</summary>
    public int? Status { get; set; }

    public string? ContentType { get; set; }
    public string? Location { get; set; }

    /// <summary>Encrypted.</summary>
    public byte[]? Body { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class IdempotentRequestMapping : IEntityTypeConfiguration<IdempotentRequest>
{
    public void Configure(EntityTypeBuilder<IdempotentRequest> entity)
    {
        entity.ToTable("idempotent_requests");
        entity.HasKey(request => new { request.UserId, request.Key });
    }
}
