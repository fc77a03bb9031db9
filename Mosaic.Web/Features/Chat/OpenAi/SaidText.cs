using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>What a message says: a text, or the texts of its parts.</summary>
/// <param name="Text">With a blank line between parts.</param>
/// <param name="Other">The type of a part that is no text; null where there is none.</param>
[JsonConverter(typeof(Reader))]
internal sealed record SaidText(string Text, string? Other)
{
    private sealed record Part(string? Type = null, string? Text = null);

    private sealed class Reader : JsonConverter<SaidText>
    {
        public override SaidText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return new SaidText(reader.GetString()!, null);
            var parts = JsonSerializer.Deserialize<List<Part?>>(ref reader, options) ?? throw new JsonException();
            if (parts.Contains(null)) throw new JsonException();
            return new SaidText(
                string.Join("\n\n", parts.Select(part => part!.Text).Where(text => !string.IsNullOrEmpty(text))),
                parts.Select(part => part!.Type ?? "none").FirstOrDefault(type => type is not ("text" or "refusal")));
        }

        public override void Write(Utf8JsonWriter writer, SaidText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
