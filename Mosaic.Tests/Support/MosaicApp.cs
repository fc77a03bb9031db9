using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mosaic.Web.Hosting;

namespace Mosaic.Tests.Support;

/// <summary>
/// The whole app on a free loopback port over a database of its own, with the cast in it. One a test class
/// (<c>IClassFixture&lt;MosaicApp&gt;</c>). A test that needs other settings makes its own: <c>await using var app = await new MosaicApp(cluster) { Settings = … }.StartAsync()</c>.
/// </summary>
public class MosaicApp(TestCluster cluster) : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("mosaic-test-");
    private readonly List<IDisposable> _clients = [];
    private IReadOnlyDictionary<string, CastMember> _cast = new Dictionary<string, CastMember>();
    private WebApplication? _app;

    /// <summary>Settings as in the environment, such as <c>MOSAIC_LIMIT_SIGN_IN</c>.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    /// <summary>Replaces services by fakes; runs after the app has registered its own.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>False starts on an empty database: the first run, without people.</summary>
    public bool HasCast { get; init; } = true;

    /// <summary>A second process on the database of this one; null makes a fresh database.</summary>
    public TestDatabase? SharedDatabase { get; init; }

    public TestCluster Cluster => cluster;

    public TestClock Clock { get; } = new();

    public TestDatabase Database { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>For what cannot be reached over HTTP, such as a slice's service.</summary>
    public IServiceProvider Services => _app!.Services;

    public string DataDirectory => _data.FullName;

    public async Task<MosaicApp> StartAsync()
    {
        await InitializeAsync();
        return this;
    }

    public async ValueTask InitializeAsync()
    {
        Database = SharedDatabase ?? new TestDatabase(cluster);
        if (SharedDatabase is null) await Database.InitializeAsync();
        _app = Build();
        await _app.PrepareMosaicAsync();
        if (HasCast && SharedDatabase is null) _cast = await MosaicAppCast.CreateAsync(_app.Services);
        _app.UseMosaic();
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public CastMember Person(string name) => _cast[name];

    /// <summary>Somebody who is not signed in. Redirects are not followed and no antiforgery token is added.</summary>
    public HttpClient Visitor() => Keep(new HttpClient(Handler(new CookieContainer())) { BaseAddress = Address });

    /// <summary>Somebody of the cast, signed in. Requests that change something carry the antiforgery token by themselves.</summary>
    public async Task<HttpClient> SignInAsync(string name, bool sendsToken = true)
    {
        var cookies = new CookieContainer();
        cookies.Add(await CookieAsync(name));
        HttpMessageHandler handler = sendsToken ? new AntiforgeryHandler(Handler(cookies)) : Handler(cookies);
        return Keep(new HttpClient(handler) { BaseAddress = Address });
    }

    /// <summary>The cookie that signing in would give.</summary>
    public Task<Cookie> CookieAsync(string name) => SignInCookie.ForAsync(Services, Person(name), Address);

    /// <summary>Waits until no job is due or running, so that nothing changes by itself any more.</summary>
    public async Task JobsDoneAsync()
    {
        for (var wait = 0; wait < 600; wait++)
        {
            await using var open = Database.Source.CreateCommand("SELECT count(*) FROM jobs WHERE status = 'running' OR (status = 'pending' AND run_after <= $1)");
            open.Parameters.AddWithValue(Clock.GetUtcNow());
            if (await open.ExecuteScalarAsync() is 0L) return;
            await Task.Delay(50);
        }
        Assert.Fail("The jobs were not done within half a minute.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        if (Database is not null && SharedDatabase is null) await Database.DisposeAsync();
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Mosaic.Web",
            EnvironmentName = "Production",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MOSAIC_DB"] = Database.ConnectionString,
            ["ConnectionStrings:Mosaic"] = Database.ConnectionString,
            ["MOSAIC_DATA"] = DataDirectory,
        }).AddInMemoryCollection(Settings);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.AddMosaic();
        Replace?.Invoke(builder.Services);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft", LogLevel.Error).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        return builder.Build();
    }

    private static SocketsHttpHandler Handler(CookieContainer cookies) => new() { AllowAutoRedirect = false, CookieContainer = cookies };

    private HttpClient Keep(HttpClient client)
    {
        _clients.Add(client);
        return client;
    }
}
