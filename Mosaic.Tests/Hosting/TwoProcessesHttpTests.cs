using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Hosting;

/// <summary>Two web processes on one database are one house.</summary>
public sealed class TwoProcessesHttpTests(MosaicApp first) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task Who_signed_in_at_one_is_signed_in_at_the_other()
    {
        await using var second = await SecondAsync();
        var cookies = new CookieContainer();
        var cookie = await first.CookieAsync("ada");
        cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", second.Address.Host));
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = second.Address };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/antiforgery")).StatusCode);
    }

    [Fact]
    public async Task What_one_announces_the_other_hears_also_after_its_connection_was_cut()
    {
        await using var second = await SecondAsync();
        var live = second.Services.GetRequiredService<Live>();
        var heard = new TaskCompletionSource<LiveMessage>();
        using var hearing = live.Subscribe("weather", message =>
        {
            heard.TrySetResult(message);
            return Task.CompletedTask;
        });
        await UntilAsync(() => live.IsListening);
        await first.Services.GetRequiredService<Live>().AnnounceAsync("weather", "rain");
        Assert.Equal(new LiveMessage("weather", "rain"), await heard.Task.WaitAsync(TimeSpan.FromSeconds(5)));

        await using (var cut = first.Database.Source.CreateCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"))
            await cut.ExecuteNonQueryAsync();
        await UntilAsync(() => !live.IsListening);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await second.Visitor().GetAsync("/readyz")).StatusCode);

        await UntilAsync(() => live.IsListening);
        heard = new TaskCompletionSource<LiveMessage>();
        await first.Services.GetRequiredService<Live>().AnnounceAsync("weather", "sun");
        Assert.Equal("sun", (await heard.Task.WaitAsync(TimeSpan.FromSeconds(5))).Payload);
    }

    private Task<MosaicApp> SecondAsync() => new MosaicApp(first.Cluster) { SharedDatabase = first.Database }.StartAsync();

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var left = 100; !holds(); left--)
        {
            Assert.True(left > 0, "It did not come about within ten seconds.");
            await Task.Delay(100);
        }
    }
}
