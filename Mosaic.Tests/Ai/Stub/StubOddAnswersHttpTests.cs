using System.Text.Json;
using Mosaic.Tests.Support.StubAi;

namespace Mosaic.Tests.Ai.Stub;

/// <summary>Faults in what is said: nothing, thoughts, and far too much.</summary>
public sealed class StubOddAnswersHttpTests : StubTest
{
    private const long AtLeast = 100_000_000;

    [Fact]
    public async Task An_empty_answer_has_no_text_and_ends_well()
    {
        Stub.Fault = StubFault.EmptyAnswer;
        Assert.Equal("", await WholeAsync("content"));
        Assert.Equal("", string.Concat(await DeltasAsync("content")));
    }

    [Fact]
    public async Task A_block_of_thoughts_comes_before_the_answer_with_its_tags_torn()
    {
        Stub.Fault = StubFault.ThinkBlock;
        Assert.Equal($"<think>{StubAi.Thoughts} </think>\n\necho: Hello there my friend", await WholeAsync("content"));
        var deltas = await DeltasAsync("content");
        Assert.Equal(await WholeAsync("content"), string.Concat(deltas));
        Assert.DoesNotContain(deltas, delta => delta.Contains("<think>", StringComparison.Ordinal) || delta.Contains("</think>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reasoning_comes_in_a_field_of_its_own()
    {
        Stub.Fault = StubFault.ReasoningContent;
        Assert.Equal((StubAi.Thoughts, "echo: Hello there my friend"), (await WholeAsync("reasoning_content"), await WholeAsync("content")));
        Assert.Equal(StubAi.Thoughts, string.Concat(await DeltasAsync("reasoning_content")));
        Assert.Equal("echo: Hello there my friend", string.Concat(await DeltasAsync("content")));
    }

    [Fact]
    public async Task Usage_is_missing_even_where_it_was_asked_for()
    {
        Stub.Fault = StubFault.NoUsage;
        var streamed = await EventsAsync(await ChatAsync(stream: true, more: new { stream_options = new { include_usage = true } }));
        Assert.DoesNotContain(streamed, text => text.Contains("usage", StringComparison.Ordinal));
        Assert.False((await JsonAsync(await ChatAsync())).TryGetProperty("usage", out _));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_flood_does_not_end(bool stream)
    {
        Stub.Fault = StubFault.Flood;
        Stub.TokensPerSecond = 1;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var answer = await ChatAsync(stream: stream, read: HttpCompletionOption.ResponseHeadersRead);
        using var body = await answer.Content.ReadAsStreamAsync(patience.Token);
        await body.ReadExactlyAsync(new byte[1_000_000], patience.Token);
    }

    [Theory]
    [InlineData("/v1/chat/completions", true)]
    [InlineData("/v1/chat/completions", false)]
    [InlineData("/v1/embeddings", false)]
    public async Task A_hundred_megabytes_come_and_end_well(string path, bool stream)
    {
        Stub.Fault = StubFault.HundredMegabytes;
        var request = new { model = "m", stream, input = "a", messages = new[] { new { role = "user", content = "a" } } };
        using var answer = await SendAsync(path, request, HttpCompletionOption.ResponseHeadersRead);
        using var body = await answer.Content.ReadAsStreamAsync();
        var (total, buffer, last) = (0L, new byte[1 << 20], (byte)0);
        while (await body.ReadAsync(buffer) is > 0 and var count)
        {
            total += count;
            last = buffer[count - 1];
        }
        Assert.InRange(total, AtLeast, AtLeast * 11 / 10);
        Assert.Equal(stream ? '\n' : '}', (char)last);
    }

    private async Task<string?> WholeAsync(string field) =>
        (await JsonAsync(await ChatAsync())).GetProperty("choices")[0].GetProperty("message").GetProperty(field).GetString();

    private async Task<List<string>> DeltasAsync(string field)
    {
        var events = await EventsAsync(await ChatAsync(stream: true));
        var deltas = events.SkipLast(1).Select(text => JsonElement.Parse(text).GetProperty("choices")[0].GetProperty("delta"));
        return [.. deltas.Where(delta => delta.TryGetProperty(field, out _)).Select(delta => delta.GetProperty(field).GetString()!)];
    }
}
