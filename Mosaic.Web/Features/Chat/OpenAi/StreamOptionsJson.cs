using System.Text.Json.Serialization;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>How a stream is sent.</summary>
internal sealed record StreamOptionsJson([property: JsonPropertyName("include_usage")] bool? IncludeUsage = null);
