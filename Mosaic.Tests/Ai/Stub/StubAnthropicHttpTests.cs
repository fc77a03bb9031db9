using System.Net;
using System.Text.Json;
using Mosaic.Tests.Support.StubAi;

namespace Mosaic.Tests.Ai.Stub;

public sealed class StubAnthropicHttpTests : StubTest
{
    [Fact]
    public async Task An_answer_in_one_piece_is_a_message()
    {
        var json = await JsonAsync(await MessagesAsync("one two"));
        Assert.Equal(("message", "assistant", "end_turn"), (json.GetProperty("type").GetString(), json.GetProperty("role").GetString(), json.GetProperty("stop_reason").GetString()));
        Assert.Equal("""[{"type":"text","text":"echo: one two"}]""", json.GetProperty("content").GetRawText());
        Assert.Equal((2, 3), (json.GetProperty("usage").GetProperty("input_tokens").GetInt32(), json.GetProperty("usage").GetProperty("output_tokens").GetInt32()));
    }

    [Fact]
    public async Task A_streamed_answer_is_the_published_row_of_events()
    {
        var events = (await EventsAsync(await MessagesAsync("one", stream: true))).ConvertAll(text => JsonElement.Parse(text));
        Assert.Equal(
            ["message_start", "content_block_start", "ping", "content_block_delta", "content_block_delta", "content_block_stop", "message_delta", "message_stop"],
            events.Select(data => data.GetProperty("type").GetString()));
        Assert.Equal("""{"type":"text_delta","text":"echo: "}""", events[3].GetProperty("delta").GetRawText());
        Assert.Equal(2, events[6].GetProperty("usage").GetProperty("output_tokens").GetInt32());
    }

    [Fact]
    public async Task The_event_is_named_before_its_data()
    {
        var text = await (await MessagesAsync(stream: true)).Content.ReadAsStringAsync();
        Assert.All(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries), row =>
        {
            var lines = row.Split('\n');
            Assert.StartsWith($"data: {{\"type\":\"{lines[0]["event: ".Length..]}\"", lines[1], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Models_are_listed_in_the_form_of_who_asks()
    {
        Http.DefaultRequestHeaders.Add("anthropic-version", "2023-06-01");
        var json = JsonElement.Parse(await Http.GetStringAsync("/v1/models"));
        Assert.Equal(("stub-small", "stub-embed", false), (json.GetProperty("first_id").GetString(), json.GetProperty("last_id").GetString(), json.GetProperty("has_more").GetBoolean()));
        Assert.All(json.GetProperty("data").EnumerateArray(), model => Assert.Equal("model", model.GetProperty("type").GetString()));
    }

    [Theory]
    [InlineData("x-api-key", "sk-right", 200)]
    [InlineData("x-api-key", "sk-wrong", 401)]
    [InlineData("Authorization", "Bearer sk-right", 200)]
    [InlineData("Authorization", "Bearer sk-wrong", 401)]
    public async Task The_key_may_come_in_either_header(string header, string value, int status)
    {
        Stub.RequiredKey = "sk-right";
        Http.DefaultRequestHeaders.Add(header, value);
        Assert.Equal(status, (int)(await MessagesAsync()).StatusCode);
    }

    [Fact]
    public async Task A_temperature_is_refused_since_the_version_that_knows_none()
    {
        Assert.Equal(HttpStatusCode.OK, (await MessagesAsync(more: new { temperature = 0.5 }, version: "2023-06-01")).StatusCode);
        var refused = await MessagesAsync(more: new { temperature = 1.0 });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("temperature: Extra inputs", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_version_or_a_limit_of_tokens_it_is_refused()
    {
        object[] messages = [new { role = "user", content = "a" }];
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("/v1/messages", new { model = "m", max_tokens = 5, messages })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await MessagesAsync(more: new { max_tokens = (int?)null })).StatusCode);
    }

    [Theory]
    [InlineData(StubFault.Status401, "authentication_error")]
    [InlineData(StubFault.Status404, "not_found_error")]
    [InlineData(StubFault.Status429, "rate_limit_error")]
    [InlineData(StubFault.Status503, "overloaded_error")]
    public async Task An_error_has_the_form_of_who_asks(StubFault fault, string type)
    {
        Stub.Fault = fault;
        var json = await JsonAsync(await MessagesAsync());
        Assert.Equal(("error", type), (json.GetProperty("type").GetString(), json.GetProperty("error").GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Thoughts_are_a_block_of_their_own()
    {
        Stub.Fault = StubFault.ReasoningContent;
        var content = (await JsonAsync(await MessagesAsync())).GetProperty("content");
        Assert.Equal(["thinking", "text"], content.EnumerateArray().Select(block => block.GetProperty("type").GetString()));
        Assert.Equal(StubAi.Thoughts, content[0].GetProperty("thinking").GetString());
    }
}
