using System.Collections.Concurrent;
using System.Diagnostics;

namespace Mosaic.Web.Platform.Telemetry;

/// <summary>Spans of what services do, named <c>Mosaic.Slice</c>; free while nobody collects them.</summary>
public static class MosaicActivity
{
    private static readonly ConcurrentDictionary<string, ActivitySource> Sources = new();

    /// <summary>Begins a span such as <c>Start("Memos", "Save")</c>; dispose it when the operation ends. Never put a person's text in it.</summary>
    /// <returns>Null while nobody collects.</returns>
    public static Activity? Start(string slice, string operation) =>
        Sources.GetOrAdd(slice, name => new ActivitySource("Mosaic." + name)).StartActivity($"{slice}.{operation}");
}
