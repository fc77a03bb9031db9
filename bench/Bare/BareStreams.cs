using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Mosaic.Bench.Streams;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Bench.Bare;

/// <summary>
/// What stands beside a growing answer: Kestrel with nothing around it, which passes on what the provider sends as it is, or with every token
/// makes HTML of the whole text and sends that.
/// </summary>
internal sealed class BareStreams(HttpMessageInvoker provider, Uri address)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Raw(int number) => FormattableString.Invariant($"/raw/{number}");

    public static string Whole(int number) => FormattableString.Invariant($"/whole/{number}");

    /// <summary>Serves until the process ends.</summary>
    public static async Task RunAsync(string providerAddress)
    {
        using var provider = new HttpMessageInvoker(new SocketsHttpHandler());
        var streams = new BareStreams(provider, new Uri(new Uri(providerAddress), "v1/chat/completions"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/raw/{number:int}", streams.RelayAsync);
        app.MapGet("/whole/{number:int}", streams.RenderAsync);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Bare is ready at {app.Urls.First()}"));
        await app.RunAsync();
    }

    private async Task RelayAsync(HttpContext http, int number)
    {
        using var answer = await AskAsync(http, number);
        await using var from = await answer.Content.ReadAsStreamAsync(http.RequestAborted);
        var part = new byte[16 * 1024];
        while (await from.ReadAsync(part, http.RequestAborted) is var count and > 0)
        {
            await http.Response.Body.WriteAsync(part.AsMemory(0, count), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }

    private async Task RenderAsync(HttpContext http, int number)
    {
        using var answer = await AskAsync(http, number);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(http.RequestAborted));
        await http.Response.Body.FlushAsync(http.RequestAborted);
        var text = new StringBuilder();
        while (await lines.ReadLineAsync(http.RequestAborted) is { } line)
        {
            if (PieceIn(line) is not { Length: > 0 } piece) continue;
            var html = MarkdownRenderer.ToHtmlOnce(text.Append(piece).ToString()).ToString();
            await http.Response.WriteAsync($"data: {JsonSerializer.Serialize(html, Plain)}\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpContext http, int number)
    {
        using var question = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(StreamingProvider.Body(number), Encoding.UTF8, "application/json") };
        var answer = await provider.SendAsync(question, http.RequestAborted);
        http.Response.ContentType = "text/event-stream";
        return answer.EnsureSuccessStatusCode();
    }

    private static string? PieceIn(string line)
    {
        if (!line.StartsWith("data: {", StringComparison.Ordinal)) return null;
        using var chunk = JsonDocument.Parse(line.AsMemory("data: ".Length));
        return chunk.RootElement.GetProperty("choices")[0].GetProperty("delta").TryGetProperty("content", out var content) ? content.GetString() : null;
    }
}
