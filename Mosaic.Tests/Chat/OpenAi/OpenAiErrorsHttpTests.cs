using System.Net.Http.Json;
using System.Text;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Api;
using Mosaic.Tests.Support.StubAi;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Tests.Chat.OpenAi;

/// <summary>Whatever is refused is refused in OpenAI's shape, by whomever.</summary>
public sealed class OpenAiErrorsHttpTests(AiHouse house) : OpenAiHouseTest(house)
{
    private const string Chat = "/v1/chat/completions";

    [Theory]
    [InlineData("""{"model":"memos","messages":[""", "$")]
    [InlineData("""{"model":"memos"}""", "messages")]
    [InlineData("""{"model":"memos","messages":[]}""", "messages")]
    [InlineData("""{"model":"memos","messages":[null]}""", "messages[0]")]
    [InlineData("""{"model":"memos","messages":[{"role":"tool","content":"x"}]}""", "messages[0]")]
    [InlineData("""{"model":"memos","messages":[{"role":"user"}]}""", "messages[0]")]
    [InlineData("""{"model":"memos","messages":[{"role":"user","content":"a\u0000b"}]}""", "messages[0]")]
    [InlineData("""{"model":"memos","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}}]}]}""", "messages[0]")]
    [InlineData("""{"model":"memos","messages":[{"role":"system","content":"x"}]}""", "messages")]
    [InlineData("""{"model":"memos","temperature":3,"messages":[{"role":"user","content":"x"}]}""", "temperature")]
    [InlineData("""{"model":"memos","max_tokens":0,"messages":[{"role":"user","content":"x"}]}""", "max_tokens")]
    [InlineData("""{"model":"memos","n":2,"messages":[{"role":"user","content":"x"}]}""", "n")]
    public async Task What_cannot_be_read_names_the_place(string body, string param)
    {
        var (status, error) = await ErrorAsync(await SendAsync(await ProgramAsync(), Chat, body));
        Assert.Equal(400, status);
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
        Assert.StartsWith(param, error.GetProperty("param").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"model":"memos","messages":[{"role":"user","content":"\ud800"}]}""")]
    [InlineData("""{"model":"memos","messages":[{"role":"user","content":[{"type":"text","text":"\udc00"}]}]}""")]
    [InlineData("""{"model":"memos","messages":[{"role":"user","content":5}]}""")]
    [InlineData("""{"model":"memos","messages":{"role":"user"}}""")]
    [InlineData("""{"model":5,"messages":[]}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task No_body_makes_us_fail(string body) => Assert.Equal(400, (await ErrorAsync(await SendAsync(await ProgramAsync(), Chat, body))).Status);

    [Fact]
    public async Task A_model_that_is_missing_unknown_or_somebody_elses_is_not_found()
    {
        var bobs = await BotAsync("bob", "Bobs own");
        var ada = await ProgramAsync();
        foreach (var model in new[] { "", "gpt-4o", bobs.Id.ToString(), "bobs-own", Guid.NewGuid().ToString() })
        {
            var (status, error) = await ErrorAsync(await ada.PostAsJsonAsync(Chat, Ask(model, "Hello")));
            Assert.Equal((404, "model_not_found"), (status, error.GetProperty("code").GetString()));
            if (model.Length > 0) Assert.Equal(404, (await ErrorAsync(await ada.GetAsync($"/v1/models/{model}"))).Status);
        }
        var without = await ErrorAsync(await SendAsync(ada, Chat, """{"messages":[{"role":"user","content":"x"}]}"""));
        Assert.Equal((404, "model_not_found"), (without.Status, without.Error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Only_a_credential_with_the_scope_comes_in_and_no_cookie()
    {
        var visitor = await ErrorAsync(await House.App.Visitor().GetAsync("/v1/models"));
        Assert.Equal((401, "invalid_api_key"), (visitor.Status, visitor.Error.GetProperty("code").GetString()));
        Assert.Equal(401, (await ErrorAsync(await (await House.App.SignInAsync("ada")).GetAsync("/v1/models"))).Status);
        Assert.Equal(401, (await ErrorAsync(await House.App.Program("mos_wrong").PostAsJsonAsync(Chat, Ask("memos", "Hello")))).Status);
        var other = await House.App.ProgramAsync("ada", ApiScopes.MemosRead);
        Assert.Equal(403, (await ErrorAsync(await other.GetAsync("/v1/models"))).Status);
        Assert.Equal(403, (await ErrorAsync(await other.PostAsJsonAsync(Chat, Ask("memos", "Hello")))).Status);
        var (status, error) = await ErrorAsync(await other.PostAsJsonAsync("/v1/embeddings", new { model = "x", input = "y" }));
        Assert.Equal((403, "insufficient_permissions"), (status, error.GetProperty("code").GetString()));
        Assert.Equal(200, (int)(await House.App.Program(await ApiSignIn.AccessTokenAsync(House.App, "ada")).GetAsync("/v1/models")).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_or_too_large_is_refused_in_the_same_shape()
    {
        var ada = await ProgramAsync();
        Assert.Equal(404, (await ErrorAsync(await ada.GetAsync("/v1/files"))).Status);
        Assert.Equal(405, (await ErrorAsync(await ada.DeleteAsync("/v1/models"))).Status);
        Assert.Equal(413, (await ErrorAsync(await ada.PostAsJsonAsync(Chat, Ask("memos", new string('x', 1 << 20))))).Status);
        Assert.Equal(415, (await ErrorAsync(await ada.PostAsync(Chat, new StringContent("x", Encoding.UTF8, "text/plain")))).Status);
    }

    [Fact]
    public async Task What_no_window_holds_is_too_long()
    {
        var bot = await BotAsync("ada", "Small");
        await House.PointAsync(AiPurpose.Chat);
        var ada = await ProgramAsync();
        foreach (var model in new[] { bot.Id.ToString(), "memos" })
        {
            var (status, error) = await ErrorAsync(await ada.PostAsJsonAsync(Chat, Ask(model, string.Join(' ', Enumerable.Repeat("word", 20_000)))));
            Assert.Equal((400, "context_length_exceeded"), (status, error.GetProperty("code").GetString()));
        }
        Assert.Empty(Stub.Calls);
    }

    [Theory]
    [InlineData(StubFault.Status401, 502)]
    [InlineData(StubFault.Status429, 429)]
    [InlineData(StubFault.Status500, 502)]
    public async Task A_provider_that_does_not_answer_is_said_in_a_sentence_whether_streamed_or_not(StubFault fault, int expected)
    {
        var bot = await BotAsync("ada", "Mute");
        await House.PointAsync(AiPurpose.Chat);
        Stub.Fault = fault;
        var ada = await ProgramAsync();
        foreach (var stream in new[] { false, true })
            Assert.Equal(expected, (await ErrorAsync(await ada.PostAsJsonAsync(Chat, Ask(bot.Id.ToString(), "Hello", stream)))).Status);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.PostAsync(address, content);
    }
}
