using System.Text.Json;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>JSON as OpenAI writes it. Only ASCII goes out, so that no reader takes a rare line end of Unicode for the end of an event.</summary>
internal static class OpenAiJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
