using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Mosaic.Data.Postgres;
using Npgsql;

namespace Mosaic.Data.Migrations;

/// <summary>Brings a database up to this code, once, however many processes start together.</summary>
public static class DatabaseMigrator
{
    public const string HistoryTable = "schema_migrations";

    private static readonly string[] Extensions = ["vector", "pg_trgm", "btree_gin"];

    // Any number that nothing else of ours locks.
    private const long LockKey = 0x4D6F73616963;

    /// <exception cref="DatabaseTroubleException">The database is newer than the code, or lacks an extension and may not install it.</exception>
    public static async Task MigrateAsync(MosaicDb db, CancellationToken cancellationToken = default)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            // EF's own lock is on the history table, which the first of two processes has yet to make.
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockKey})", cancellationToken);
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
            await RefuseNewerAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (PostgresException exception) when (Advice(exception) is { } advice)
        {
            throw new DatabaseTroubleException(advice, exception);
        }
        finally
        {
            // A pooled connection would keep the lock.
            if (db.Database.GetDbConnection().State == ConnectionState.Open)
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task RefuseNewerAsync(MosaicDb db, CancellationToken cancellationToken)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        var unknown = applied.Except(db.Database.GetMigrations()).Order(StringComparer.Ordinal).LastOrDefault();
        if (unknown is null) return;
        throw new DatabaseTroubleException(
            $"The database was used by a newer Mosaic (it knows {unknown}): start that version again, or restore a backup from before the update.");
    }

    private static string? Advice(PostgresException exception) => exception switch
    {
        { SqlState: PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile } when Extension(exception) is { } missing =>
            $"PostgreSQL lacks the extension {missing}: install {(missing == "vector" ? "pgvector (Debian: postgresql-NN-pgvector)" : "postgresql-contrib")}, "
            + "or run ./mosaic run, which installs it where it may.",
        { SqlState: PostgresErrorCodes.InsufficientPrivilege } when Extension(exception) is { } refused =>
            $"The database's user may not install the extension {refused}: let an administrator run CREATE EXTENSION {refused} in it, then start again.",
        _ => null,
    };

    private static string? Extension(PostgresException exception) =>
        exception.MessageText.Contains("extension", StringComparison.Ordinal)
            ? Extensions.FirstOrDefault(name => exception.MessageText.Contains(name, StringComparison.Ordinal))
            : null;
}
