using System.Text.Json;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>Asks JSON of others for what may not be there, or be something else.</summary>
internal static class JsonReading
{
    public static JsonElement? Find(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var found) ? found : null;

    public static string? Text(this JsonElement json, string name) => json.Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static double? Number(this JsonElement json, string name) => json.Find(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
