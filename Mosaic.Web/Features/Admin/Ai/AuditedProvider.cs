using System.Text.Json.Serialization;

namespace Mosaic.Web.Features.Admin.Ai;

/// <summary>A provider's settings as the audit keeps them: of the key only how it ends.</summary>
internal sealed record AuditedProvider(
    string Provider, string? BaseUrl, string? Model, float? Temperature, int? MaxTokens, int? TimeoutSeconds, decimal? InputPrice, decimal? OutputPrice, int? Dimensions, string Key)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsKeyReplaced { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SeesPictures { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int? ContextTokens { get; init; }
}
