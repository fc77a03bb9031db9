using Microsoft.EntityFrameworkCore;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Chat;

/// <summary>Looks for a word in everything the database holds.</summary>
internal static class WholeDatabase
{
    /// <summary>The tables of which a row says it, letter case aside.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(TestDatabase database, string word)
    {
        await using var db = database.CreateDbContext();
        var tables = await db.Database.SqlQuery<string>($"""SELECT table_name::text AS "Value" FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'""").ToListAsync();
        var found = new List<string>();
        foreach (var table in tables)
        {
            var sql = $"SELECT count(*)::int AS \"Value\" FROM \"{table}\" AS whole WHERE whole::text ILIKE {{0}}";
            if ((await db.Database.SqlQueryRaw<int>(sql, $"%{word}%").ToListAsync())[0] > 0) found.Add(table);
        }
        return found;
    }
}
