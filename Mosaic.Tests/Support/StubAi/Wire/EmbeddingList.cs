using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Mosaic.Tests.Support.StubAi.Wire;

/// <summary><c>POST /v1/embeddings</c>.</summary>
internal static class EmbeddingList
{
    public static string Of(StubCall call, IEnumerable<float[]> vectors, bool withUsage)
    {
        var asked = call.Inputs.Sum(StubTokens.Count);
        var rows = vectors.Select((vector, index) => $$"""{"object":"embedding","index":{{index}},"embedding":{{Numbers(call, vector)}}}""");
        var usage = withUsage ? $$""","usage":{"prompt_tokens":{{asked}},"total_tokens":{{asked}}}""" : "";
        return $$"""{"object":"list","data":[{{string.Join(',', rows)}}],"model":{{JsonSerializer.Serialize(call.Model)}}{{usage}}}""";
    }

    /// <summary>Written by hand, since what is not a number must be sendable too. Base64 is of little-endian floats.</summary>
    private static string Numbers(StubCall call, float[] vector) => call.EncodingFormat == "base64"
        ? $"\"{Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector))}\""
        : $"[{string.Join(',', vector.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}]";
}
