using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;

namespace Mosaic.Tests.Bench;

/// <summary>The few lines of HTTP that the load is made with, against the real server.</summary>
public sealed class HttpConnectionTests : IAsyncLifetime
{
    private static readonly string Long = string.Concat(Enumerable.Range(0, 40_000).Select(number => $"{number},"));

    private readonly WebApplication _server;

    public HttpConnectionTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.MapGet("/short", () => "yes");
        // Written in parts and without a length, so that it comes in chunks.
        _server.MapGet("/long", async http =>
        {
            foreach (var part in Long.Chunk(7_001)) await http.Response.WriteAsync(new string(part));
        });
        _server.MapPost("/echo", async http => await http.Response.WriteAsync(await new StreamReader(http.Request.Body).ReadToEndAsync() + http.Request.Headers.Authorization));
        _server.MapGet("/no", () => Results.Conflict());
    }

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    [Fact]
    public void Short_and_long_answers_come_whole_over_one_connection()
    {
        using var connection = new HttpConnection(new Uri(_server.Urls.First()));
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal("yes", Ask(connection, Request.Get("/short")));
            Assert.Equal(Long, Ask(connection, Request.Get("/long")));
            Assert.Equal("{\"a\":\"ä\"}Bearer key", Ask(connection, Request.Post("/echo", "{\"a\":\"ä\"}", "key")));
        }
    }

    [Fact]
    public void A_refusal_ends_the_measurement()
    {
        using var connection = new HttpConnection(new Uri(_server.Urls.First()));
        Assert.Throws<BenchTroubleException>(() => connection.Exchange(Request.Get("/no")));
    }

    [Fact]
    public async Task A_load_counts_answers_and_their_times()
    {
        var load = new HttpLoad(new Uri(_server.Urls.First()), [Request.Get("/short")], 2);
        var sample = await load.RunAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.True(sample.PerSecond > 0);
        Assert.InRange(sample.Median, 0.001, sample.NinetyNinth);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static string Ask(HttpConnection connection, byte[] request)
    {
        connection.Exchange(request);
        return Encoding.UTF8.GetString(connection.Body);
    }
}
