using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Mosaic.Tests.Support.StubAi;

namespace Mosaic.Tests.Ai.Stub;

/// <summary>A stub of its own for each test, and plain HTTP to it.</summary>
public abstract class StubTest : IAsyncLifetime
{
    protected StubAi Stub { get; private set; } = null!;

    protected HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public async ValueTask InitializeAsync()
    {
        Stub = await StubAi.StartAsync();
        Http.BaseAddress = Stub.Address;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Stub.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A chat in OpenAI's protocol, from one person to one model.</summary>
    protected Task<HttpResponseMessage> ChatAsync(string text = "Hello there my friend", bool stream = false, HttpCompletionOption read = HttpCompletionOption.ResponseContentRead, object? more = null) =>
        SendAsync("/v1/chat/completions", Body(text, stream, more), read);

    protected Task<HttpResponseMessage> EmbedAsync(object input, string? format = null, int? dimensions = null)
    {
        var body = new Dictionary<string, object> { ["model"] = "stub-embed", ["input"] = input };
        if (format is not null) body["encoding_format"] = format;
        if (dimensions is { } number) body["dimensions"] = number;
        return SendAsync("/v1/embeddings", body);
    }

    protected Task<HttpResponseMessage> MessagesAsync(string text = "Hello there my friend", bool stream = false, object? more = null, string version = "2026-10-21") =>
        SendAsync("/v1/messages", Body(text, stream, more, new() { ["max_tokens"] = 100 }), headers: new() { ["anthropic-version"] = version });

    protected async Task<HttpResponseMessage> SendAsync(
        string path, object body, HttpCompletionOption read = HttpCompletionOption.ResponseContentRead, Dictionary<string, string>? headers = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        foreach (var (name, value) in headers ?? []) request.Headers.Add(name, value);
        return await Http.SendAsync(request, read);
    }

    protected static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonElement.Parse(await answer.Content.ReadAsStringAsync());

    /// <summary>The data of each event.</summary>
    protected static async Task<List<string>> EventsAsync(HttpResponseMessage answer)
    {
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.EndsWith("\n\n", text, StringComparison.Ordinal);
        return [.. text.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line["data: ".Length..])];
    }

    /// <summary>What comes before the body breaks off, and how it does.</summary>
    protected static async Task<(string Text, Exception? End)> ReadToTheEndAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        try
        {
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
            var buffer = new char[4096];
            while (await reader.ReadAsync(buffer, cancellationToken) is > 0 and var count) text.Append(buffer, 0, count);
            return (text.ToString(), null);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            return (text.ToString(), end);
        }
    }

    private static Dictionary<string, object?> Body(string text, bool stream, object? more, Dictionary<string, object?>? body = null)
    {
        body ??= [];
        body["model"] = "stub-small";
        body["messages"] = new[] { new { role = "user", content = text } };
        if (stream) body["stream"] = true;
        foreach (var property in more?.GetType().GetProperties() ?? []) body[property.Name] = property.GetValue(more);
        return body;
    }
}
