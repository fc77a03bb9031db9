using System.Text.Json.Serialization;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>What <c>embeddings</c> takes.</summary>
internal sealed record EmbeddingQuestionJson(
    string? Model = null,
    InputTexts? Input = null,
    [property: JsonPropertyName("encoding_format")] string? EncodingFormat = null,
    int? Dimensions = null) : IChecked
{
    public bool IsBase64 => EncodingFormat == "base64";

    public IEnumerable<(string, string)> Check()
    {
        if (EncodingFormat is not (null or "float" or "base64")) yield return ("encoding_format", "The format is float or base64.");
        if (Input is not { Texts.Count: > 0 and <= AiEmbedder.BatchSize }) yield return ("input", $"Send a text, or a list of 1 to {AiEmbedder.BatchSize} texts.");
        else if (Input.Texts.Any(string.IsNullOrWhiteSpace)) yield return ("input", "An empty text has no place: leave it out.");
        else if (Input.Texts.Any(text => text.Contains('\0', StringComparison.Ordinal))) yield return ("input", "The character with the number zero cannot be part of this.");
    }
}
