using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Mosaic.Tests.Ai.Stub;

public sealed class StubChatHttpTests : StubTest
{
    [Fact]
    public async Task An_answer_in_one_piece_is_a_chat_completion_with_usage()
    {
        var json = await JsonAsync(await ChatAsync("Grüße an alle"));
        Assert.Equal("chat.completion", json.GetProperty("object").GetString());
        Assert.StartsWith("chatcmpl-", json.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.True(json.GetProperty("created").GetInt64() > 1_700_000_000);
        Assert.Equal("stub-small", json.GetProperty("model").GetString());
        var choice = Assert.Single(json.GetProperty("choices").EnumerateArray());
        Assert.Equal("echo: Grüße an alle", choice.GetProperty("message").GetProperty("content").GetString());
        Assert.Equal("stop", choice.GetProperty("finish_reason").GetString());
        Assert.Equal("""{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}""", json.GetProperty("usage").GetRawText());
    }

    [Fact]
    public async Task A_streamed_answer_is_a_token_a_chunk_and_ends_with_a_reason_and_done()
    {
        var events = await EventsAsync(await ChatAsync("one two", stream: true));
        Assert.Equal("[DONE]", events[^1]);
        var chunks = events.SkipLast(1).Select(text => JsonElement.Parse(text)).ToList();
        Assert.All(chunks, chunk => Assert.Equal("chat.completion.chunk", chunk.GetProperty("object").GetString()));
        Assert.Single(chunks.Select(chunk => chunk.GetProperty("id").GetString()).Distinct());
        Assert.Equal(["", "echo: ", "one ", "two", null], chunks.Select(chunk => Delta(chunk).TryGetProperty("content", out var content) ? content.GetString() : null));
        Assert.Equal("assistant", Delta(chunks[0]).GetProperty("role").GetString());
        Assert.Equal("stop", chunks[^1].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.All(chunks, chunk => Assert.False(chunk.TryGetProperty("usage", out _)));
    }

    [Fact]
    public async Task Usage_ends_a_stream_that_asks_for_it()
    {
        var events = await EventsAsync(await ChatAsync("one two", stream: true, more: new { stream_options = new { include_usage = true } }));
        var chunks = events.SkipLast(1).Select(text => JsonElement.Parse(text)).ToList();
        Assert.All(chunks.SkipLast(1), chunk => Assert.Equal(JsonValueKind.Null, chunk.GetProperty("usage").ValueKind));
        Assert.Equal(0, chunks[^1].GetProperty("choices").GetArrayLength());
        Assert.Equal("""{"prompt_tokens":2,"completion_tokens":3,"total_tokens":5}""", chunks[^1].GetProperty("usage").GetRawText());
    }

    [Fact]
    public async Task It_says_what_it_is_told_once_and_then_always_and_then_echoes_again()
    {
        Stub.Answer("always");
        Stub.AnswerOnce("first");
        Stub.AnswerOnce("second");
        foreach (var expected in new[] { "first", "second", "always", "always" }) Assert.Equal(expected, await SaidAsync());
        Stub.AnswerWith(call => $"{call.Model} heard {call.LastUserText}");
        Assert.Equal("stub-small heard me", await SaidAsync("me"));
        Stub.Reset();
        Assert.Equal("echo: me", await SaidAsync("me"));
    }

    [Fact]
    public async Task Who_asks_for_a_list_of_tags_gets_one()
    {
        object[] messages = [new { role = "system", content = "Answer with a JSON array of tags." }, new { role = "user", content = "Bees." }];
        var json = await JsonAsync(await ChatAsync(more: new { messages }));
        Assert.Equal("""["stub","echo"]""", json.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_takes_as_long_as_its_speed_says(bool stream)
    {
        Stub.TokensPerSecond = 10;
        var watch = Stopwatch.StartNew();
        await ChatAsync("a b c d", stream);
        Assert.InRange(watch.ElapsedMilliseconds, 490, 10_000);
    }

    [Fact]
    public async Task The_models_are_listed_as_they_are_set()
    {
        Stub.Models = ["one", "two"];
        var json = JsonElement.Parse(await Http.GetStringAsync("/v1/models"));
        Assert.Equal("list", json.GetProperty("object").GetString());
        Assert.Equal(["one", "two"], json.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_model_that_it_does_not_know_is_refused_as_OpenAI_refuses_it()
    {
        Stub.KnownModels = ["another"];
        await RefusedAsync(await ChatAsync(), HttpStatusCode.NotFound, "model_not_found");
        Stub.KnownModels = ["stub-small"];
        Assert.Equal(HttpStatusCode.OK, (await ChatAsync()).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sk-wrong")]
    public async Task Where_a_key_is_required_another_or_none_is_refused(string? key)
    {
        Stub.RequiredKey = "sk-right";
        if (key is not null) Http.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        await RefusedAsync(await ChatAsync(), HttpStatusCode.Unauthorized, "invalid_api_key");
        Http.DefaultRequestHeaders.Remove("Authorization");
        Http.DefaultRequestHeaders.Add("Authorization", "Bearer sk-right");
        Assert.Equal(HttpStatusCode.OK, (await ChatAsync()).StatusCode);
    }

    [Fact]
    public async Task Other_addresses_are_refused_and_heard()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("/chat/completions", new { })).StatusCode);
        Assert.Equal("/chat/completions", Assert.Single(Stub.Calls).Path);
    }

    private static JsonElement Delta(JsonElement chunk) => chunk.GetProperty("choices")[0].GetProperty("delta");

    private async Task<string?> SaidAsync(string text = "hello") =>
        (await JsonAsync(await ChatAsync(text))).GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await JsonAsync(answer)).GetProperty("error").GetProperty("code").GetString());
    }
}
