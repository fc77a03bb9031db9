using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Mosaic.Tests.Support.StubAi;

namespace Mosaic.Tests.Ai.Stub;

/// <summary>Each fault as it shows on the wire.</summary>
public sealed class StubFaultsHttpTests : StubTest
{
    [Theory]
    [InlineData(StubFault.Status400, 400)]
    [InlineData(StubFault.Status401, 401)]
    [InlineData(StubFault.Status403, 403)]
    [InlineData(StubFault.Status404, 404)]
    [InlineData(StubFault.Status429, 429)]
    [InlineData(StubFault.Status500, 500)]
    [InlineData(StubFault.Status503, 503)]
    public async Task A_status_comes_with_an_error_in_the_form_of_OpenAI_at_every_address(StubFault fault, int status)
    {
        Stub.Fault = fault;
        Stub.RetryAfterSeconds = 7;
        foreach (var answer in new[] { await ChatAsync(), await ChatAsync(stream: true), await EmbedAsync("a"), await Http.GetAsync("/v1/models") })
        {
            Assert.Equal(status, (int)answer.StatusCode);
            var error = (await JsonAsync(answer)).GetProperty("error");
            Assert.NotEqual("", error.GetProperty("message").GetString());
            Assert.True(error.TryGetProperty("type", out _) && error.TryGetProperty("code", out _) && error.TryGetProperty("param", out _));
            Assert.Equal(status == 429 ? TimeSpan.FromSeconds(7) : null, answer.Headers.RetryAfter?.Delta);
        }
    }

    [Theory]
    [InlineData(StubFault.RefuseTemperature, "temperature", "unsupported_value")]
    [InlineData(StubFault.RefuseMaxTokens, "max_tokens", "unsupported_parameter")]
    public async Task A_parameter_is_refused_by_its_name_and_what_lacks_it_is_answered(StubFault fault, string parameter, string code)
    {
        Stub.Fault = fault;
        var refused = await ChatAsync(more: parameter == "temperature" ? new { temperature = 0 } : new { max_tokens = 5 });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var error = (await JsonAsync(refused)).GetProperty("error");
        Assert.Equal((parameter, code), (error.GetProperty("param").GetString(), error.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await ChatAsync(more: new { max_completion_tokens = 5 })).StatusCode);
    }

    [Fact]
    public async Task A_fault_meets_as_many_calls_as_it_was_given_and_waits_for_those_that_it_concerns()
    {
        Stub.FaultTimes(2, StubFault.Status500);
        Stub.FaultOnce(StubFault.FewerEmbeddings);
        foreach (var status in new[] { 500, 500, 200 }) Assert.Equal(status, (int)(await ChatAsync()).StatusCode);
        Assert.Equal(0, (await JsonAsync(await EmbedAsync("a"))).GetProperty("data").GetArrayLength());
        Assert.Equal(1, (await JsonAsync(await EmbedAsync("a"))).GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task A_stall_takes_the_request_and_does_not_answer()
    {
        Stub.Fault = StubFault.Stall;
        using var patience = new CancellationTokenSource(500);
        await Assert.ThrowsAsync<TaskCanceledException>(() => Http.GetAsync("/v1/models", patience.Token));
        Assert.Single(Stub.Calls);
    }

    [Fact]
    public async Task A_stall_in_a_stream_comes_after_some_tokens()
    {
        Stub.Fault = StubFault.StallInStream;
        using var patience = new CancellationTokenSource(2000);
        var (text, end) = await ReadToTheEndAsync(await ChatAsync(stream: true, read: HttpCompletionOption.ResponseHeadersRead), patience.Token);
        Assert.IsType<OperationCanceledException>(end, exactMatch: false);
        Assert.Contains("Hello ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("friend", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reset_in_an_answer_comes_after_some_tokens(bool stream)
    {
        Stub.Fault = StubFault.ResetInStream;
        var (text, end) = await ReadToTheEndAsync(await ChatAsync(stream: stream, read: HttpCompletionOption.ResponseHeadersRead), CancellationToken.None);
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(end?.InnerException).SocketErrorCode);
        Assert.Contains("Hello ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("friend", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_at_once_leaves_no_answer()
    {
        Stub.Fault = StubFault.ResetAtOnce;
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => ChatAsync());
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.InnerException?.InnerException).SocketErrorCode);
    }

    [Fact]
    public async Task Slow_headers_come_late_and_with_an_ordinary_answer()
    {
        Stub.HeaderDelay = TimeSpan.FromMilliseconds(300);
        Stub.FaultOnce(StubFault.SlowHeaders);
        var watch = Stopwatch.StartNew();
        using var answer = await ChatAsync(read: HttpCompletionOption.ResponseHeadersRead);
        Assert.InRange(watch.ElapsedMilliseconds, 290, 10_000);
        Assert.Contains("echo: Hello", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Malformed_JSON_breaks_off_or_breaks_one_chunk()
    {
        Stub.Fault = StubFault.MalformedJson;
        foreach (var answer in new[] { await ChatAsync(), await EmbedAsync("a"), await Http.GetAsync("/v1/models") })
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await Assert.ThrowsAnyAsync<JsonException>(() => JsonAsync(answer));
        }
        var events = await EventsAsync(await ChatAsync(stream: true));
        Assert.Single(events.SkipLast(1), text => !IsJson(text));
        Assert.Equal("[DONE]", events[^1]);
    }

    [Fact]
    public async Task Not_JSON_is_a_page()
    {
        Stub.Fault = StubFault.NotJson;
        var answer = await ChatAsync();
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    private static bool IsJson(string text)
    {
        try
        {
            return JsonElement.Parse(text).ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
