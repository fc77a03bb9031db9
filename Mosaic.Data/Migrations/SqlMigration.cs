using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mosaic.Data.Migrations;

/// <summary>A migration whose whole content is the embedded script of the same name. Scripts are history: never edited once released.</summary>
public abstract class SqlMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var name = GetType().GetCustomAttribute<MigrationAttribute>()!.Id + ".sql";
        using var stream = typeof(SqlMigration).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration script {name} is not embedded.");
        using var reader = new StreamReader(stream);
        migrationBuilder.Sql(reader.ReadToEnd());
    }
}
