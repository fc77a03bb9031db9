namespace Mosaic.Web.Platform.Jobs;

/// <summary>A job as lists show it. <see cref="Reason"/> says why it failed, waits or was skipped.</summary>
public sealed record JobLine(
    Guid Id, string Kind, string Title, string Status, string? UserName, int Attempts, int MaxAttempts, string? Reason, float? Progress,
    DateTimeOffset RunAfter, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
