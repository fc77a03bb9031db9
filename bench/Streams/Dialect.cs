namespace Mosaic.Bench.Streams;

/// <summary>How to tell an event that carries text from one that only frames it.</summary>
internal delegate bool Dialect(ReadOnlySpan<byte> serverSentEvent);

internal static class Dialects
{
    /// <summary>The provider's own.</summary>
    public static bool Provider(ReadOnlySpan<byte> serverSentEvent) => serverSentEvent.IndexOf("\"delta\":{\"content\":\""u8) >= 0;

    /// <summary>Of growing answers and of whole texts: what has text has data.</summary>
    public static bool Page(ReadOnlySpan<byte> serverSentEvent) => serverSentEvent.IndexOf("data: "u8) >= 0;
}
