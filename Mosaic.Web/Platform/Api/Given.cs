using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mosaic.Web.Platform.Api;

/// <summary>A field that a change may leave out: absent keeps what is there, null clears it.</summary>
[JsonConverter(typeof(GivenConverterFactory))]
public readonly record struct Given<T>(T Value)
{
    /// <summary>False when the field was absent.</summary>
    public bool HasValue { get; } = true;

    public T Value { get; } = Value;

    /// <summary>The value where it was given, else <paramref name="current"/>.</summary>
    public T Or(T current) => HasValue ? Value : current;

    public static implicit operator Given<T>(T value) => new(value);
}

internal sealed class GivenConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Given<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(GivenConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class GivenConverter<T> : JsonConverter<Given<T>>
    {
        public override bool HandleNull => true;

        public override Given<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Given<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
