using System.Net;
using Mosaic.Tests.Support;

namespace Mosaic.Tests.Hosting;

public sealed class ReadinessHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task A_database_behind_the_code_is_alive_and_not_ready()
    {
        await using (var forget = app.Database.Source.CreateCommand(
            """DELETE FROM schema_migrations WHERE "MigrationId" = (SELECT max("MigrationId") FROM schema_migrations)"""))
            await forget.ExecuteNonQueryAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().GetAsync("/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Visitor().GetAsync("/readyz")).StatusCode);
    }
}
