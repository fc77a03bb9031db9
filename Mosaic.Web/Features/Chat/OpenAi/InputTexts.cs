using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>Texts to place: one, or a list of them.</summary>
[JsonConverter(typeof(Reader))]
internal sealed record InputTexts(IReadOnlyList<string> Texts)
{
    private sealed class Reader : JsonConverter<InputTexts>
    {
        public override InputTexts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return new InputTexts([reader.GetString()!]);
            var texts = JsonSerializer.Deserialize<List<string?>>(ref reader, options) ?? throw new JsonException();
            return texts.Contains(null) ? throw new JsonException() : new InputTexts([.. texts.OfType<string>()]);
        }

        public override void Write(Utf8JsonWriter writer, InputTexts value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Texts, options);
    }
}
