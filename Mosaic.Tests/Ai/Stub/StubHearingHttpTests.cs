using System.Net.Http.Json;
using System.Text.Json;

namespace Mosaic.Tests.Ai.Stub;

public sealed class StubHearingHttpTests : StubTest
{
    private const string Secret = "She said \"Grüße\" to the 🐝 & <b>left</b>\nfor C:\\home";

    [Fact]
    public async Task A_text_is_found_however_it_was_escaped()
    {
        await ChatAsync(Secret);
        Assert.DoesNotContain("Grüße", Stub.Calls[0].Body, StringComparison.Ordinal);
        Assert.Contains(Secret, Stub.EverythingReceived, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_found_in_a_path_a_query_a_header_and_a_name()
    {
        Http.DefaultRequestHeaders.Add("X-Title", "in-a-header");
        await Http.GetAsync($"/v1/in-a-path?q={Uri.EscapeDataString(Secret)}");
        await SendAsync("/v1/embeddings", new Dictionary<string, int> { [Secret + "!"] = 1 });
        Assert.All(["in-a-header", "/v1/in-a-path", Secret, Secret + "!"], text => Assert.Contains(text, Stub.EverythingReceived, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_heard_as_it_is()
    {
        await Http.PostAsync("/v1/chat/completions", new StringContent("{\"a\":\"in broken JSON"));
        Assert.Contains("in broken JSON", Stub.EverythingReceived, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_says_what_is_asked_about_often()
    {
        Http.DefaultRequestHeaders.Add("Authorization", "Bearer sk-ada");
        var before = TimeProvider.System.GetUtcNow();
        object[] messages =
        [
            new { role = "system", content = "Be brief." }, new { role = "user", content = "first" }, new { role = "assistant", content = "yes" },
            new { role = "user", content = new[] { new { type = "text", text = "second " }, new { type = "text", text = "part" } } },
        ];
        await ChatAsync(stream: true, more: new { messages, temperature = 0.5, max_tokens = 10, max_completion_tokens = 20 });
        var call = Assert.Single(Stub.Calls);
        Assert.Equal(("POST", "/v1/chat/completions", "", "stub-small", true), (call.Method, call.Path, call.Query, call.Model, call.Stream));
        Assert.Equal((0.5, 10, 20, "Bearer sk-ada"), (call.Temperature, call.MaxTokens, call.MaxCompletionTokens, call.Authorization));
        Assert.Equal(("Be brief.", "second part", 4), (call.SystemText, call.LastUserText, call.MessageCount));
        Assert.InRange(call.At, before, TimeProvider.System.GetUtcNow());
        Assert.Equal(4, JsonElement.Parse(call.Body).GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task What_was_refused_was_heard_all_the_same()
    {
        Stub.RequiredKey = "sk-right";
        await ChatAsync("sent with a wrong key");
        Assert.Contains("sent with a wrong key", Stub.EverythingReceived, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clearing_forgets_what_was_heard()
    {
        await ChatAsync();
        Stub.Clear();
        Assert.Empty(Stub.Calls);
        Assert.Equal("", Stub.EverythingReceived);
    }

    [Fact]
    public async Task Calls_at_the_same_time_are_all_heard()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Http.PostAsync("/v1/embeddings", JsonContent.Create(new { model = "m", input = $"text {i}." }))));
        Assert.Equal(50, Stub.Calls.Count);
        Assert.All(Enumerable.Range(0, 50), i => Assert.Contains($"text {i}.", Stub.EverythingReceived, StringComparison.Ordinal));
    }
}
