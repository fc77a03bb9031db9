using System.Text.Json;
using Mosaic.Bench.Ground;
using Mosaic.Bench.Load;

namespace Mosaic.Bench.Workloads;

/// <summary>A comparison says something only where both do the same, so the answers are laid side by side before anything is measured.</summary>
internal static class SameAnswer
{
    /// <summary>Compares what two servers answer, or the part of it that is picked.</summary>
    /// <exception cref="BenchTroubleException">They differ: most likely the app answers otherwise since.</exception>
    public static void Check(string what, HttpConnection ours, byte[] ourRequest, HttpConnection bare, byte[] bareRequest, Func<JsonElement, JsonElement>? ourPart = null, Func<JsonElement, JsonElement>? barePart = null)
    {
        using var ourAnswer = Ask(ours, ourRequest);
        using var bareAnswer = Ask(bare, bareRequest);
        var (mine, its) = (Part(ourAnswer, ourPart), Part(bareAnswer, barePart));
        if (!JsonElement.DeepEquals(mine, its))
            throw new BenchTroubleException($"Mosaic and the bare server answer “{what}” differently: make bench/Bare/RowJson.cs write what Mosaic writes.\nMosaic: {Beginning(mine)}\nbare:   {Beginning(its)}");
    }

    private static JsonDocument Ask(HttpConnection connection, byte[] request)
    {
        connection.Exchange(request);
        return JsonDocument.Parse(connection.Body.ToArray());
    }

    private static JsonElement Part(JsonDocument answer, Func<JsonElement, JsonElement>? part) => part is null ? answer.RootElement : part(answer.RootElement);

    private static string Beginning(JsonElement element) => element.GetRawText() is { Length: > 1_000 } text ? text[..1_000] + " …" : element.GetRawText();
}
