using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mosaic.Web.Platform.Api;

/// <summary>Reads lists of texts, and refuses one that holds null: the serializer minds null where a property is declared, and not inside a list.</summary>
internal sealed class WholeListConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var list = JsonSerializer.Deserialize<List<string?>>(ref reader, options) ?? throw new JsonException();
        return list.Contains(null) ? throw new JsonException() : [.. list.OfType<string>()];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
