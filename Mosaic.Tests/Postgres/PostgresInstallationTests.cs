using Mosaic.Data.Postgres;

namespace Mosaic.Tests.Postgres;

public sealed class PostgresInstallationTests
{
    private static readonly PostgresInstallation Old = new("/old", 14);
    private static readonly PostgresInstallation Fifteen = new("/fifteen", 15);
    private static readonly PostgresInstallation Seventeen = new("/seventeen", 17);

    [Fact]
    public void The_newest_is_used() => Assert.Equal(Seventeen, PostgresInstallation.Choose([Fifteen, Seventeen, Old], major: null));

    [Fact]
    public void A_cluster_keeps_the_version_that_made_it() => Assert.Equal(Fifteen, PostgresInstallation.Choose([Fifteen, Seventeen], major: 15));

    [Fact]
    public void A_cluster_whose_version_is_gone_is_refused_with_both_ways_out()
    {
        var trouble = Assert.Throws<DatabaseTroubleException>(() => PostgresInstallation.Choose([Fifteen], major: 17));
        Assert.Contains("postgresql-17", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("pg_upgrade", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_old_is_said_so()
    {
        var trouble = Assert.Throws<DatabaseTroubleException>(() => PostgresInstallation.Choose([Old], major: null));
        Assert.Contains("PostgreSQL 14 is too old", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void None_at_all_says_what_to_install()
    {
        var trouble = Assert.Throws<DatabaseTroubleException>(() => PostgresInstallation.Choose([], major: null));
        Assert.Contains("MOSAIC_DB", trouble.Message, StringComparison.Ordinal);
    }
}
