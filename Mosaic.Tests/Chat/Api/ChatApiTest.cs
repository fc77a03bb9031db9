using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Mosaic.Data.Bots;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Api;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Tests.Chat.Api;

/// <summary>Tests of programs that lead conversations.</summary>
public abstract class ChatApiTest(AiHouse house) : ChatHouseTest(house)
{
    protected const string Address = "/api/v1/conversations";

    protected Guid IdOf(string name) => House.App.Person(name).Id;

    protected Task<HttpClient> ProgramAsync(string name) => House.App.ProgramAsync(name, ApiScopes.Chat);

    protected Task<Bot> QuietBotAsync(string owner, string name = "Socrates") => BotAsync(IdOf(owner), name, change: sheet => sheet with { AutoReply = false });

    /// <summary>A conversation that the program begins.</summary>
    protected static async Task<Guid> BeginAsync(HttpClient program, Guid bot, string? title = null) =>
        Id(await ReadAsync(await program.PostAsJsonAsync(Address, new { botId = bot, title }), HttpStatusCode.Created));

    /// <summary>Says something and answers with the whole answer.</summary>
    protected static async Task<JsonElement> SayAsync(HttpClient program, Guid talk, string content, Guid? parentId = null) =>
        await ReadAsync(await program.PostAsJsonAsync($"{Address}/{talk}/messages", new { content, parentId }));

    /// <summary>Says something and answers with the events as they came.</summary>
    protected static async Task<List<(string Kind, JsonElement Data)>> ListenAsync(HttpClient program, Guid talk, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/{talk}/messages") { Content = JsonContent.Create(new { content }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var answer = await program.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var events = new List<(string, JsonElement)>();
        await foreach (var one in SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync()) events.Add((one.EventType, JsonDocument.Parse(one.Data).RootElement));
        return events;
    }

    protected static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>That it is refused with this status, as a problem document that names the field where one is at fault.</summary>
    protected static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string? field = null)
    {
        var problem = await ReadAsync(answer, status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        if (field is not null) Assert.EndsWith(".", problem.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
    }

    protected static Guid Id(JsonElement one) => one.GetProperty("id").GetGuid();

    protected static string? Text(JsonElement one, string field) => one.GetProperty(field).GetString();

    protected static async Task<List<JsonElement>> ItemsAsync(HttpClient program, string address) => [.. (await program.GetFromJsonAsync<JsonElement>(address)).GetProperty("items").EnumerateArray()];
}
