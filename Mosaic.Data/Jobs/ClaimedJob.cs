namespace Mosaic.Data.Jobs;

/// <summary>A job that a worker has to itself. <paramref name="Attempts"/> counts this one, and is the proof that the job is still this worker's.</summary>
public sealed record ClaimedJob(Guid Id, string Kind, string? DedupeKey, Guid? UserId, string Payload, int Attempts, int MaxAttempts);
