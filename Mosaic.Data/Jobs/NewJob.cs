namespace Mosaic.Data.Jobs;

/// <summary>Work to be done after the transaction it is put in commits. <paramref name="Payload"/> is a JSON object of ids.</summary>
public sealed record NewJob(string Kind, string? DedupeKey, Guid? UserId, string Payload = "{}")
{
    /// <summary>Not before then; null is at once.</summary>
    public DateTimeOffset? RunAfter { get; init; }

    public int MaxAttempts { get; init; } = 8;
}
