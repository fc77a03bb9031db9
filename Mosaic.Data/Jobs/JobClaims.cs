using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Mosaic.Data.Jobs;

/// <summary>
/// What one worker does with the table. A lease is a time: who does not say more until then has lost the job to whoever comes next.
/// Ends are told apart by worker and attempt, so that one who lost a job cannot end it.
/// </summary>
public sealed class JobClaims(NpgsqlDataSource database, string worker, TimeProvider clock)
{
    private const string Free = "locked_by = NULL, locked_until = NULL";
    private const int MostReason = 2_000;
    private const string Mine = "id = $1 AND status = 'running' AND locked_by = $2 AND attempts = $3";

    /// <summary>Takes jobs that are due, oldest first, at most as many as said and none of some kinds, and has them until the lease ends.</summary>
    public async Task<IReadOnlyList<ClaimedJob>> TakeAsync(int most, TimeSpan lease, CancellationToken cancellationToken, IReadOnlyCollection<string>? without = null)
    {
        var kinds = without is { Count: > 0 } ? "AND kind <> ALL ($5) " : "";
        await using var command = database.CreateCommand(
            $"""
            UPDATE jobs SET status = 'running', attempts = attempts + 1, locked_by = $1, locked_until = $2, progress = NULL, updated_at = $3
            WHERE id = ANY (ARRAY (SELECT id FROM jobs WHERE status = 'pending' AND run_after <= $3 {kinds}ORDER BY run_after, id LIMIT $4 FOR UPDATE SKIP LOCKED))
            RETURNING id, kind, dedupe_key, user_id, payload, attempts, max_attempts
            """);
        var now = clock.GetUtcNow();
        Add(command, worker, now + lease, now, most);
        if (kinds.Length > 0) command.Parameters.Add(new NpgsqlParameter { Value = without!.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var taken = new List<ClaimedJob>(most);
        while (await reader.ReadAsync(cancellationToken))
            taken.Add(new ClaimedJob(reader.GetGuid(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetGuid(3), reader.GetString(4), reader.GetInt32(5), reader.GetInt32(6)));
        taken.Sort((one, other) => one.Id.CompareTo(other.Id));
        return taken;
    }

    /// <summary>Keeps these jobs for another lease; answers with those that are still this worker's.</summary>
    public async Task<IReadOnlySet<Guid>> RenewAsync(IReadOnlyList<Guid> ids, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "UPDATE jobs SET locked_until = $3 WHERE id = ANY ($1) AND status = 'running' AND locked_by = $2 RETURNING id");
        Add(command, ids.ToArray(), worker, clock.GetUtcNow() + lease);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var kept = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken)) kept.Add(reader.GetGuid(0));
        return kept;
    }

    /// <summary>Ends a job as done, skipped or failed; false when it is no longer this worker's.</summary>
    public Task<bool> EndAsync(ClaimedJob job, string status, string? reason, CancellationToken cancellationToken) => ChangeAsync(
        $"UPDATE jobs SET status = $4, last_error = $5, progress = CASE $4 WHEN 'done' THEN 1 END, {Free}, updated_at = $6 WHERE {Mine}",
        cancellationToken, job.Id, worker, job.Attempts, status, Text(reason), clock.GetUtcNow());

    /// <summary>
    /// Puts a job back to be tried again, and says so to the workers of every process; <paramref name="counts"/> says whether this try
    /// counted. Where the same work waits already, that one is enough.
    /// </summary>
    public async Task<bool> PutBackAsync(ClaimedJob job, DateTimeOffset runAfter, string? reason, bool counts, CancellationToken cancellationToken)
    {
        try
        {
            return await ChangeAsync(
                $"UPDATE jobs SET status = 'pending', run_after = $4, last_error = $5, attempts = attempts - $6, progress = NULL, {Free}, updated_at = $7 WHERE {Mine} RETURNING {JobWrites.Wake}",
                cancellationToken, job.Id, worker, job.Attempts, runAfter.ToUniversalTime(), Text(reason), counts ? 0 : 1, clock.GetUtcNow());
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await EndAsync(job, JobStatus.Skipped, "The same work was asked for again and is done by the newer job.", cancellationToken);
        }
    }

    /// <summary>Says how far a job is, 0 to 1.</summary>
    public Task<bool> ShowProgressAsync(ClaimedJob job, double progress, CancellationToken cancellationToken) => ChangeAsync(
        $"UPDATE jobs SET progress = $4 WHERE {Mine}", cancellationToken, job.Id, worker, job.Attempts, (float)Math.Clamp(progress, 0, 1));

    private async Task<bool> ChangeAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        Add(command, values);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <summary>As the database takes it, whatever a handler made of it: without a zero, without half a character, and not too long.</summary>
    private static object Text(string? reason)
    {
        if (reason is null) return DBNull.Value;
        var whole = new StringBuilder(Math.Min(reason.Length, MostReason));
        foreach (var rune in reason.EnumerateRunes())
        {
            if (whole.Length + rune.Utf16SequenceLength > MostReason) break;
            if (rune.Value != 0) whole.Append(rune);
        }
        return whole.ToString();
    }

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values)
            command.Parameters.Add(value is DBNull ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Text } : new NpgsqlParameter { Value = value });
    }
}
