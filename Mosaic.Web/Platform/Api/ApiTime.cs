using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Platform.Api;

/// <summary>Times as the API writes them: UTC with milliseconds. Read with any offset; without one they count as UTC.</summary>
internal sealed class ApiTime : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryRead(reader.GetString()!) is { } time ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));

    /// <summary>An instant, or the beginning of a day where the person lives; null when it is neither.</summary>
    public static DateTimeOffset? TryRead(string text, Person person) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.Year is > 1 and < 9999 ? person.StartOf(day) : null
            : TryRead(text);

    private static DateTimeOffset? TryRead(string text) =>
        text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
