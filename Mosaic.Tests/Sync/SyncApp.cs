using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Accounts.Keys;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Tests.Sync;

/// <summary>The app without the limit of requests, for devices that ask thousands of times.</summary>
public sealed class SyncApp : MosaicApp
{
    public SyncApp(TestCluster cluster)
        : base(cluster) => Settings["MOSAIC_LIMIT_API"] = "1000000";

    public MosaicDb Db() => Services.GetRequiredService<IDbContextFactory<MosaicDb>>().CreateDbContext();

    /// <summary>A program of this person, with a key that may sync.</summary>
    public async Task<HttpClient> ProgramOfAsync(Guid person)
    {
        using var scope = Services.CreateScope();
        var made = await scope.ServiceProvider.GetRequiredService<ApiKeyService>().MakeAsync(person, "device", [ApiScopes.Sync], null);
        var client = Visitor();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Assert.IsType<NewKeyResult.Made>(made).Secret);
        return client;
    }
}
