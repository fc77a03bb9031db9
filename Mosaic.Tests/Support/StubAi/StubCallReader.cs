using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>Makes a call of a request, in either protocol.</summary>
internal static class StubCallReader
{
    private static readonly string[] Samplers = ["temperature", "top_p", "top_k"];

    public static async Task<StubCall> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var call = new StubCall
        {
            At = TimeProvider.System.GetUtcNow(),
            Method = request.Method,
            Path = request.Path.Value ?? "",
            Query = request.QueryString.Value ?? "",
            Headers = request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
            Body = await ReadBodyAsync(request.Body, context.RequestAborted),
        };
        return Parse(call.Body) is { ValueKind: JsonValueKind.Object } json ? Understand(call, json) : call;
    }

    /// <summary>Also of a client that went away: what it sent has been heard.</summary>
    private static async Task<string> ReadBodyAsync(Stream body, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        try
        {
            await body.CopyToAsync(read, cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
        }
        return Encoding.UTF8.GetString(read.GetBuffer(), 0, (int)read.Length);
    }

    private static JsonElement? Parse(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StubCall Understand(StubCall call, JsonElement json)
    {
        var messages = json.Find("messages") is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().ToList() : [];
        var system = messages.Where(message => message.Text("role") is "system" or "developer").Select(ContentOf).Prepend(TextOf(json.Find("system")));
        return call with
        {
            Model = json.Text("model"),
            Stream = json.Find("stream") is { ValueKind: JsonValueKind.True },
            IncludeUsage = json.Find("stream_options")?.Find("include_usage") is { ValueKind: JsonValueKind.True },
            Temperature = json.Number("temperature"),
            Sampling = [.. Samplers.Where(name => json.Find(name) is not null)],
            MaxTokens = (int?)json.Number("max_tokens"),
            MaxCompletionTokens = (int?)json.Number("max_completion_tokens"),
            MessageCount = messages.Count,
            SystemText = Lines(system),
            LastUserText = messages.LastOrDefault(message => message.Text("role") == "user") is { ValueKind: JsonValueKind.Object } last ? ContentOf(last) : "",
            PromptText = Lines(messages.Select(ContentOf).Prepend(TextOf(json.Find("system")))),
            Inputs = TextsOf(json.Find("input")),
            EncodingFormat = json.Text("encoding_format"),
            Dimensions = (int?)json.Number("dimensions"),
        };
    }

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Where(text => text != ""));

    private static string ContentOf(JsonElement message) => TextOf(message.Find("content"));

    private static string TextOf(JsonElement? content) => string.Concat(TextsOf(content));

    /// <summary>A string, or a list of strings or of parts such as <c>{"type":"text","text":"…"}</c>.</summary>
    private static IReadOnlyList<string> TextsOf(JsonElement? content) => content switch
    {
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        { ValueKind: JsonValueKind.Array } parts => [.. parts.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.String ? part.GetString()! : part.Text("text") ?? "")],
        _ => [],
    };
}
