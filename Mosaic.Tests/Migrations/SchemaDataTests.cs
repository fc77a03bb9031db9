using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Mosaic.Data.Migrations;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Migrations;

/// <summary>Scripts are written by hand, so nothing but this holds them and EF's model together.</summary>
public sealed class SchemaDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Model_and_scripts_say_the_same_of_every_column()
    {
        await using var db = database.CreateDbContext();
        var mapped = db.Model.GetRelationalModel().Tables.SelectMany(Columns).Order(StringComparer.Ordinal).ToList();
        var kept = (await ReadAsync()).Order(StringComparer.Ordinal).ToList();

        Assert.Empty(mapped.Except(kept));
        var tables = db.Model.GetRelationalModel().Tables.Select(table => table.Name + ".").ToList();
        Assert.Empty(kept.Where(column => tables.Exists(table => column.StartsWith(table, StringComparison.Ordinal))).Except(mapped));
    }

    [Fact]
    public async Task No_table_is_forgotten_by_the_model()
    {
        await using var db = database.CreateDbContext();
        var mapped = db.Model.GetRelationalModel().Tables.Select(table => table.Name).Append(DatabaseMigrator.HistoryTable);
        var kept = (await ReadAsync()).Select(column => column[..column.IndexOf('.', StringComparison.Ordinal)]).Distinct();
        Assert.Empty(kept.Except(mapped));
    }

    private static IEnumerable<string> Columns(ITable table) =>
        table.Columns.Select(column => $"{table.Name}.{column.Name} {column.StoreType}{(column.IsNullable ? "" : " not null")}");

    private async Task<List<string>> ReadAsync()
    {
        await using var command = database.Source.CreateCommand(
            """
            SELECT c.table_name || '.' || c.column_name || ' ' || format_type(a.atttypid, a.atttypmod)
                   || CASE c.is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
            FROM information_schema.columns c
            JOIN information_schema.tables t USING (table_schema, table_name)
            JOIN pg_attribute a ON a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass AND a.attname = c.column_name
            WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
              AND c.udt_name <> 'halfvec' -- beyond EF; written and read by the SQL in Mosaic.Data/Search alone
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        return columns;
    }
}
