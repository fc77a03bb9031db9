using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Mosaic.Data.Migrations;

namespace Mosaic.Tests.Migrations;

public sealed class MigrationScriptTests
{
    private static readonly Assembly Data = typeof(SqlMigration).Assembly;

    [Fact]
    public void Each_script_has_one_class_and_each_class_its_script()
    {
        var scripts = Data.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var classes = Migrations().Select(migration => migration.Id + ".sql").Order(StringComparer.Ordinal);
        Assert.Equal(scripts, classes);
    }

    [Fact]
    public void A_number_is_given_once_and_leads_both_names()
    {
        var migrations = Migrations().ToList();
        Assert.NotEmpty(migrations);
        Assert.Equal(migrations.Count, migrations.Select(migration => migration.Id[..4]).Distinct().Count());
        Assert.All(migrations, migration =>
        {
            Assert.Matches("^[0-9]{4}_[a-z0-9_]+$", migration.Id);
            Assert.StartsWith($"M{migration.Id[..4]}", migration.Class, StringComparison.Ordinal);
        });
    }

    private static IEnumerable<(string Class, string Id)> Migrations() => Data.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(SqlMigration)))
        .Select(type => (type.Name, type.GetCustomAttribute<MigrationAttribute>()!.Id));
}
