using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Accounts;
using Mosaic.Data.Ai;
using Mosaic.Data.Jobs;
using Mosaic.Tests.Support;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Features.Admin;
using Mosaic.Web.Features.Admin.Ai;
using Mosaic.Web.Features.Diary.Nights;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Calls;
using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Live;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Tests.Ai.Gateway;

/// <summary>The whole app with a stub of an AI server beside it, and short ways to bring the two together. One a test class.</summary>
public sealed class AiHouse(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>The provider's key in all tests: nothing but the wire may ever have it.</summary>
    public const string Key = "sk-quiet-lamp-0123456789";

    /// <summary>Shorter than it is for people, so that all faults can be tried.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(60);

    private AsyncServiceScope _scope;

    public MosaicApp App { get; } = new(cluster)
    {
        Replace = services => services.AddSingleton(provider => new ProviderCall(provider.GetRequiredService<AiSlots>()) { FirstPause = FirstPause }),
    };

    public StubAi Stub { get; private set; } = null!;

    public AiGateway Gateway => Get<AiGateway>();

    public AiEmbedder Embedder => Get<AiEmbedder>();

    public AiProviderService Providers => Get<AiProviderService>();

    public Guid Ada => App.Person("ada").Id;

    public async ValueTask InitializeAsync()
    {
        Stub = await StubAi.StartAsync();
        await App.StartAsync();
        _scope = App.Services.CreateAsyncScope();
    }

    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>The stub as it was at first, and nothing set of the house but the offline helper.</summary>
    public async Task ResetAsync()
    {
        Stub.Reset();
        (Stub.TokensPerSecond, Stub.RetryAfterSeconds, Stub.RequiredKey, Stub.KnownModels, Stub.Dimensions) = (0, 1, null, null, 16);
        await using (var db = App.Database.CreateDbContext()) await db.ServerAiConfigs.ExecuteDeleteAsync();
        await SettleAsync(new AppSettings());
        App.Clock.Set(TimeProvider.System.GetUtcNow());
    }

    /// <summary>Has the stub answer for a purpose, within 2 seconds where nothing else is said.</summary>
    public async Task PointAsync(AiPurpose purpose, string provider = AiProviders.OpenAiCompatible, Func<AiProviderEdit, AiProviderEdit>? change = null)
    {
        var edit = Edit(purpose, provider);
        Assert.IsType<AdminResult.Done>(await Providers.SaveAsync(Ada, purpose, change is null ? edit : change(edit)));
    }

    public AiProviderEdit Edit(AiPurpose purpose, string provider = AiProviders.OpenAiCompatible) => new(provider)
    {
        BaseUrl = (provider == AiProviders.Anthropic ? Stub.Address : Stub.V1).ToString(),
        NewKey = Key,
        Model = purpose == AiPurpose.Embedding ? "stub-embed" : "stub-small",
        TimeoutSeconds = 2,
    };

    public async Task SettleAsync(AppSettings settings)
    {
        await using var db = App.Database.CreateDbContext();
        await AppSettingsReader.WriteAsync(db, settings, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await App.Services.GetRequiredService<Live>().AnnounceAsync(Topics.Settings);
    }

    /// <summary>Somebody new, whose calls and budget are nobody else's.</summary>
    public async Task<Guid> PersonAsync(string zone = "UTC")
    {
        var id = await App.Database.AddPersonAsync();
        await using var db = App.Database.CreateDbContext();
        await db.Set<User>().Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.TimeZone, zone));
        return id;
    }

    public async Task WishAsync(Guid userId, Action<UserAiSettings> wish)
    {
        var wishes = new UserAiSettings { UserId = userId };
        wish(wishes);
        Assert.Null(await Get<PersonAi>().SaveAsync(wishes));
    }

    /// <summary>All calls in somebody's name, the oldest first.</summary>
    public async Task<List<TurnMetric>> TurnsAsync(Guid userId)
    {
        await using var db = App.Database.CreateDbContext();
        return await db.TurnMetrics.AsNoTracking().Where(turn => turn.UserId == userId).OrderBy(turn => turn.CreatedAt).ThenBy(turn => turn.Id).ToListAsync();
    }

    /// <summary>What is to be done about somebody's memos. Nights come later.</summary>
    public async Task<List<Job>> JobsAsync(Guid userId) => (await AllJobsAsync(userId)).FindAll(job => job.Kind != PlanNight.Kind);

    public async Task<List<Job>> AllJobsAsync(Guid userId)
    {
        await using var db = App.Database.CreateDbContext();
        return await db.Jobs.AsNoTracking().Where(job => job.UserId == userId).OrderBy(job => job.CreatedAt).ToListAsync();
    }

    /// <summary>Waits until all that was to be done about somebody's memos is over.</summary>
    public Task WorkIsDoneAsync(Guid userId) => Eventually.HoldsAsync(async () =>
        (await JobsAsync(userId)) is { Count: > 0 } jobs && jobs.TrueForAll(job => job.Status is not (JobStatus.Pending or JobStatus.Running)));

    /// <summary>What the first column of the first row says.</summary>
    public async Task<T> ValueAsync<T>(FormattableString sql)
    {
        await using var db = App.Database.CreateDbContext();
        return (await db.Database.SqlQuery<T>(sql).ToListAsync())[0];
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        // The stub first, so that a job that waits for it ends.
        await Stub.DisposeAsync();
        await App.DisposeAsync();
    }
}
