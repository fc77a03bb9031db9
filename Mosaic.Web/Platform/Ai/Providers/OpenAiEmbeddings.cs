using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>
/// Embeddings in OpenAI's protocol. Its own client asks for base64 and reads nothing else, while LM Studio and others send plain numbers
/// whatever is asked for; here both are read.
/// </summary>
internal sealed class OpenAiEmbeddings(HttpClient http, Uri address, string model, AiSecret? key) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>A full batch of the longest vectors, written out, takes five million; the whole answer is in memory at once, and in growing twice.</summary>
    private const int MaxBytes = 8 * 1024 * 1024;

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new { model, input = values.ToArray(), encoding_format = "float" }) };
        if (key?.Reveal() is { Length: > 0 } secret) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var body = new LimitedStream(await response.Content.ReadAsStreamAsync(cancellationToken), MaxBytes);
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return Read(json.RootElement);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // The connections are everybody's.
    }

    private static GeneratedEmbeddings<Embedding<float>> Read(JsonElement answer)
    {
        // Nobody promises the order; the index does.
        var rows = answer.GetProperty("data").EnumerateArray().Select((row, place) => (Row: row, Index: row.TryGetProperty("index", out var index) ? index.GetInt32() : place));
        var embeddings = rows.OrderBy(row => row.Index).Select(row => new Embedding<float>(Vector(row.Row.GetProperty("embedding"))));
        return new GeneratedEmbeddings<Embedding<float>>(embeddings) { Usage = UsageOf(answer) };
    }

    private static float[] Vector(JsonElement vector) => vector.ValueKind == JsonValueKind.String
        ? MemoryMarshal.Cast<byte, float>(vector.GetBytesFromBase64()).ToArray()
        : [.. vector.EnumerateArray().Select(number => number.GetSingle())];

    private static UsageDetails? UsageOf(JsonElement answer) =>
        answer.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object && usage.TryGetProperty("prompt_tokens", out var tokens)
        && tokens.TryGetInt64(out var count) ? new UsageDetails { InputTokenCount = count } : null;
}
