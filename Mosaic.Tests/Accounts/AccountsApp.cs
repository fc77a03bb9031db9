using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Accounts;

/// <summary>The app with quick hashes and without the limit by address, which has tests of its own, so that what accounts refuse by themselves shows.</summary>
public sealed class AccountsApp : MosaicApp
{
    public AccountsApp(TestCluster cluster)
        : base(cluster)
    {
        Settings["MOSAIC_LIMIT_SIGN_IN"] = "100000";
        Replace = services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public Task<MosaicDb> DbAsync() => Get<IDbContextFactory<MosaicDb>>().CreateDbContextAsync();

    public async Task SetAsync(AppSettings settings)
    {
        await using var db = await DbAsync();
        await AppSettingsReader.WriteAsync(db, settings, Clock.GetUtcNow(), CancellationToken.None);
        await Get<Live>().AnnounceAsync(Topics.Settings);
    }
}
