using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Search;

/// <summary>How searches are kept.</summary>
public static class KeptSearchWrites
{
    private const int Purpose = 0x7365_6172;

    /// <summary>One change of a person's saved searches at a time, until the transaction ends.</summary>
    public static Task LockSearchesAsync(this MosaicDb db, Guid userId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Purpose}, hashtext({userId.ToString()}))", cancellationToken);

    /// <summary>Whether another query has this name, letter case aside.</summary>
    public static Task<bool> HasSearchCalledAsync(this MosaicDb db, Guid userId, string name, string exceptQuery, CancellationToken cancellationToken) => db.Database
        .SqlQuery<bool>($"""SELECT EXISTS (SELECT FROM searches WHERE user_id = {userId} AND lower(name) = lower({name}) AND query <> {exceptQuery}) AS "Value" """)
        .SingleAsync(cancellationToken);

    /// <summary>Keeps a query under a name.</summary>
    public static Task NameSearchAsync(this MosaicDb db, Guid userId, string query, string name, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO searches (user_id, query, name, used_at) VALUES ({userId}, {query}, {name}, {now})
            ON CONFLICT (user_id, query) DO UPDATE SET name = excluded.name
            """, cancellationToken);

    /// <summary>Makes a query the most recent one, and drops the oldest of those without a name.</summary>
    public static Task NoteSearchAsync(this MosaicDb db, Guid userId, string query, int most, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            WITH noted AS (
              INSERT INTO searches (user_id, query, used_at) VALUES ({userId}, {query}, {now})
              ON CONFLICT (user_id, query) DO UPDATE SET used_at = greatest(searches.used_at, excluded.used_at)
              RETURNING query, name
            )
            DELETE FROM searches WHERE user_id = {userId} AND name IS NULL AND query IN (
              SELECT query FROM searches
              WHERE user_id = {userId} AND name IS NULL AND query <> {query}
              ORDER BY used_at DESC, query OFFSET {most} - (SELECT count(*) FROM noted WHERE name IS NULL))
            """, cancellationToken);
}
