using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mosaic.Tests.Support.StubAi.Wire;

/// <summary>JSON as the real servers write it: letters as they are, and escapes only where they must be.</summary>
internal static class JsonWriting
{
    private const string Mark = "@@content@@";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonNode json) => json.ToJsonString(Plain);

    /// <summary>An object whose content is too long to be held. It is asked for twice, since what stands behind the content may count it.</summary>
    public static IEnumerable<Part> Around(IEnumerable<string> content, Func<string, JsonObject> json)
    {
        yield return Part.Frame(Text(json(Mark)).Split(Mark)[0]);
        foreach (var piece in content) yield return Part.Token(JsonEncodedText.Encode(piece, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());
        yield return Part.Frame(Text(json(Mark)).Split(Mark)[1]);
    }

    /// <summary>A text that is there as a whole, in quarters, so that it can break off too.</summary>
    public static IEnumerable<Part> InQuarters(string text) => text.Chunk(text.Length / 4 + 1).Select(chars => Part.Token(new(chars)));
}
