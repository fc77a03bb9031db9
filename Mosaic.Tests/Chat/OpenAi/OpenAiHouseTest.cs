using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Json;
using System.Text.Json;
using Mosaic.Data.Bots;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Api;
using Mosaic.Web.Features.Bots;
using Mosaic.Web.Platform.Api;
using OpenAI;

namespace Mosaic.Tests.Chat.OpenAi;

/// <summary>Tests of programs that speak OpenAI's protocol to the whole app, over the network.</summary>
public abstract class OpenAiHouseTest(AiHouse house) : MemoHouseTest(house)
{
    /// <summary>OpenAI's own client, as somebody of the cast would set it up.</summary>
    protected async Task<OpenAIClient> ClientAsync(string name = "ada") => new(
        new ApiKeyCredential(await House.App.SecretAsync(name, ApiScopes.Chat)),
        new OpenAIClientOptions { Endpoint = new Uri(House.App.Address, "/v1"), RetryPolicy = new ClientRetryPolicy(0) });

    protected Task<HttpClient> ProgramAsync(string name = "ada") => House.App.ProgramAsync(name, ApiScopes.Chat);

    protected async Task<Bot> BotAsync(string owner, string name, Func<BotSheet, BotSheet>? change = null)
    {
        var sheet = new BotSheet { Name = name, PersonalityPrompt = "You speak like a lighthouse keeper." };
        return Assert.IsType<BotResult.Saved>(await House.Get<BotService>().MakeAsync(House.App.Person(owner).Id, change is null ? sheet : change(sheet))).Bot;
    }

    protected static object Ask(string model, string text, bool stream = false) => new { model, stream, messages = new[] { new { role = "user", content = text } } };

    protected static async Task<(int Status, JsonElement Error)> ErrorAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        Assert.EndsWith(".", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.GetProperty("type").GetString()!);
        Assert.True(error.TryGetProperty("param", out _) && error.TryGetProperty("code", out _));
        return ((int)answer.StatusCode, error);
    }

    /// <summary>The events of a stream but the last, which says that it is over.</summary>
    protected static async Task<List<JsonElement>> EventsAsync(HttpResponseMessage answer)
    {
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var events = (await answer.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line["data: ".Length..]).ToList();
        Assert.Equal("[DONE]", events[^1]);
        return [.. events.SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
