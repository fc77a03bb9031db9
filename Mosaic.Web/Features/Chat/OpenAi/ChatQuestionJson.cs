using System.Globalization;
using System.Text.Json.Serialization;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>What <c>chat/completions</c> takes; fields that are not here are not read.</summary>
internal sealed record ChatQuestionJson(
    string? Model = null,
    IReadOnlyList<ChatTurnJson>? Messages = null,
    bool? Stream = null,
    [property: JsonPropertyName("stream_options")] StreamOptionsJson? StreamOptions = null,
    float? Temperature = null,
    [property: JsonPropertyName("max_tokens")] int? MaxTokens = null,
    [property: JsonPropertyName("max_completion_tokens")] int? MaxCompletionTokens = null,
    int? N = null) : IChecked
{
    private const int MostMessages = 1_000, MostTokens = 100_000;

    /// <summary>The longest answer, in tokens; the newer name counts.</summary>
    public int? Longest => MaxCompletionTokens ?? MaxTokens;

    /// <summary>Those that say something.</summary>
    public IEnumerable<ChatTurnJson> Said => Messages!.Where(message => !string.IsNullOrWhiteSpace(message.Text));

    /// <summary>What was asked last.</summary>
    public string Question => Said.Last(message => message.Role == "user").Text;

    public IEnumerable<(string, string)> Check()
    {
        if (Longest is < 1 or > MostTokens) yield return (MaxCompletionTokens is null ? "max_tokens" : "max_completion_tokens", "The longest answer is 1 to 100,000 tokens.");
        if (Temperature is { } temperature && temperature is not (>= 0 and <= 2)) yield return ("temperature", "The temperature is a number from 0 to 2.");
        if (N is not (null or 1)) yield return ("n", "One answer is given at a time: leave n out.");
        if (Messages is not { Count: > 0 and <= MostMessages })
        {
            yield return ("messages", "Send 1 to 1,000 messages.");
            yield break;
        }
        for (var at = 0; at < Messages.Count; at++)
        {
            // The reader of JSON does not mind null inside a list.
            var refusal = Messages[at] is { } message ? message.Refusal() : "A message is an object.";
            if (refusal is null) continue;
            yield return (string.Create(CultureInfo.InvariantCulture, $"messages[{at}]"), refusal);
            yield break;
        }
        if (!Said.Any(message => message.Role == "user")) yield return ("messages", "Ask something: one message must be of the role user.");
    }
}
