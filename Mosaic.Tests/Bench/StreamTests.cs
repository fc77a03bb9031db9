using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;
using Mosaic.Bench.Streams;

namespace Mosaic.Tests.Bench;

/// <summary>What listens to streams and counts, against the real server.</summary>
public sealed class StreamTests : IAsyncLifetime
{
    private static readonly Slices Slices = new(2_000);

    private readonly WebApplication _server;
    private readonly SpokenAnswer _answer = new(0, ["Hel", "lo"]);

    public StreamTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.MapGet("/growth", http => SayAsync(http, "event: start\ndata:\n\n", "event: block\ndata: \"<h2>\"\n\ndata: [0,\"<p>Hel</p>\"]\n\n", "data: [6,\"lo<", "/p>\"]\n\n", "event: end\ndata:\n\n"));
        _server.MapGet("/shown", http => SayAsync(http, "event: start\ndata:\n\n", "data: [0,\"<p>Hel</p>\"]\n\n", "data: [6,\"lo</p>\"]\n\n"));
        _server.MapGet("/less", http => SayAsync(http, "data: [0,\"<p>Hel</p>\"]\n\n"));
        _server.MapGet("/broken", async http =>
        {
            await SayAsync(http, "event: start\ndata:\n\n");
            http.Abort();
        });
    }

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    [Fact]
    public void An_answer_is_the_same_in_every_run_and_has_all_that_models_write()
    {
        var tokens = AnswerText.Of(3, 2_000);
        Assert.Equal(2_000, tokens.Count);
        Assert.Equal(tokens, AnswerText.Of(3, 2_000));
        Assert.NotEqual(tokens, AnswerText.Of(4, 2_000));
        Assert.All(tokens, token => Assert.InRange(token.Length, 1, 8));
        var text = string.Concat(tokens);
        Assert.All(["## ", "\n- ", "\n2. ", "```csharp\n", "| --- |", "**", "`"], sign => Assert.Contains(sign, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    [InlineData(1_000, 2)]
    [InlineData(1_001, 3)]
    [InlineData(2_000, 3)]
    public void A_token_belongs_to_one_slice(int sent, int slice)
    {
        Assert.Equal(slice, Slices.Of(sent));
        Assert.InRange(sent, Slices.StartOf(slice) + 1, Slices.StartOf(slice) + Slices.LengthOf(slice));
    }

    [Fact]
    public async Task A_listener_counts_what_carries_text_and_all_that_comes()
    {
        for (var token = 0; token < 150; token++) _answer.Send(token + 1);
        var listener = await HearAsync("/growth");
        Assert.Equal((2, 3), (listener.Frames, listener.Events));
        Assert.Equal("event: start\ndata:\n\nevent: block\ndata: \"<h2>\"\n\ndata: [0,\"<p>Hel</p>\"]\n\ndata: [6,\"lo</p>\"]\n\nevent: end\ndata:\n\n", listener.Kept);
        Assert.Equal(Encoding.UTF8.GetByteCount(listener.Kept), listener.BodyBytes);
        // Five chunks and the last one, each with a length and two ends of lines.
        Assert.InRange(listener.Sliced[1] - listener.BodyBytes, 6 * 5, 6 * 7);
        Assert.True(listener.WireBytes > listener.Sliced[1]);
        Assert.Equal(listener.Sliced[1], listener.Sliced.Sum());
        Assert.True(listener.LastAt > listener.FirstAt);
    }

    [Fact]
    public async Task What_a_page_shows_in_the_end_must_be_the_whole_answer()
    {
        ShownAnswer.Check(await HearAsync("/shown"));
        var less = await HearAsync("/less");
        Assert.Throws<BenchTroubleException>(() => ShownAnswer.Check(less));
    }

    [Theory]
    [InlineData("/broken")]
    [InlineData("/nowhere")]
    public async Task A_stream_that_is_refused_or_breaks_off_ends_the_measurement(string path) =>
        Assert.True(await Record.ExceptionAsync(() => HearAsync(path)) is BenchTroubleException or System.Net.Sockets.SocketException);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task<Listener> HearAsync(string path)
    {
        var listener = new Listener(_answer, Dialects.Page, Slices, keeps: true);
        await listener.HearAsync(new Uri(_server.Urls.First()), Request.Get(path), TestContext.Current.CancellationToken);
        return listener;
    }

    /// <summary>Each part in one go, and all seen apart.</summary>
    private static async Task SayAsync(HttpContext http, params string[] parts)
    {
        foreach (var part in parts)
        {
            await http.Response.WriteAsync(part);
            await http.Response.Body.FlushAsync();
            await Task.Delay(5);
        }
    }
}
