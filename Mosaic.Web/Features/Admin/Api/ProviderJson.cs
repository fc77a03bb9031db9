using System.ComponentModel;
using System.Text.Json.Serialization;
using Mosaic.Web.Features.Admin.Ai;

namespace Mosaic.Web.Features.Admin.Api;

/// <summary>Who answers for a purpose.</summary>
internal sealed record ProviderJson([property: Description("offline, openai-compatible or anthropic.")] string Provider)
{
    public string? BaseUrl { get; init; }

    public string? Model { get; init; }

    [Description("Only ever sent, never answered.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ApiKey { get; init; }

    public float? Temperature { get; init; }

    public int? MaxTokens { get; init; }

    public int? TimeoutSeconds { get; init; }

    [Description("Per million tokens.")]
    public decimal? InputPrice { get; init; }

    [Description("Per million tokens.")]
    public decimal? OutputPrice { get; init; }

    public int? Dimensions { get; init; }

    [Description("How many tokens a prompt and its answer may have together; 8192 where it is left out.")]
    public int? ContextTokens { get; init; }

    [Description("The model sees pictures; they are sent only then.")]
    public bool SeesPictures { get; init; }

    [Description("Whether a key is set; not read when sent.")]
    public bool HasKey { get; init; }

    [Description("How the key ends; not read when sent.")]
    public string? KeyEnding { get; init; }

    [Description("Whether the purpose has a provider of its own; not read when sent.")]
    public bool IsSetApart { get; init; }

    public static ProviderJson Of(AiProviderState state) => new(state.Settings.Provider)
    {
        BaseUrl = state.Settings.BaseUrl,
        Model = state.Settings.Model,
        Temperature = state.Settings.Temperature,
        MaxTokens = state.Settings.MaxTokens,
        TimeoutSeconds = state.Settings.TimeoutSeconds,
        InputPrice = state.Settings.InputPrice,
        OutputPrice = state.Settings.OutputPrice,
        Dimensions = state.Settings.Dimensions,
        SeesPictures = state.Settings.SeesPictures,
        ContextTokens = state.Settings.ContextTokens,
        HasKey = state.HasKey,
        KeyEnding = state.KeyEnding,
        IsSetApart = state.IsOwn,
    };

    public AiProviderEdit ToEdit() => new(Provider)
    {
        BaseUrl = BaseUrl,
        NewKey = ApiKey,
        Model = Model,
        Temperature = Temperature,
        MaxTokens = MaxTokens,
        TimeoutSeconds = TimeoutSeconds,
        InputPrice = InputPrice,
        OutputPrice = OutputPrice,
        Dimensions = Dimensions,
        SeesPictures = SeesPictures,
        ContextTokens = ContextTokens,
    };
}
