using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Jobs;

/// <summary>Work that is done later, at least once and with one effect.</summary>
public sealed class Job
{
    public required Guid Id { get; init; }

    /// <summary>Names the handler.</summary>
    public required string Kind { get; init; }

    /// <summary>Of one kind, the same key waits only once; null is never the same.</summary>
    public string? DedupeKey { get; init; }

    /// <summary>About whose things it is; null for work of the house.</summary>
    public Guid? UserId { get; init; }

    /// <summary>A JSON object: ids, never a text that somebody wrote.</summary>
    public string Payload { get; init; } = "{}";

    /// <summary>One of <see cref="JobStatus"/>.</summary>
    public string Status { get; set; } = JobStatus.Pending;

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }

    public int MaxAttempts { get; init; } = 8;

    public required DateTimeOffset RunAfter { get; set; }

    /// <summary>Until when its worker has it to itself, unless it says more.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    public string? LockedBy { get; set; }

    /// <summary>Why it failed, waits or was skipped, in words for people.</summary>
    public string? LastError { get; set; }

    /// <summary>0 to 1; null while it is not known.</summary>
    public float? Progress { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> entity)
    {
        entity.ToTable("jobs");
        entity.Property(job => job.Payload).HasColumnType("jsonb");
    }
}
