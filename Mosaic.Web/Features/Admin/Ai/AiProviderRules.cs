using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Admin.Ai;

/// <summary>What a provider's settings may be.</summary>
public static class AiProviderRules
{
    public static FieldErrors Check(AiPurpose purpose, AiProviderEdit edit)
    {
        var errors = new FieldErrors();
        if (!AiProviders.All.Any(provider => provider.Name == edit.Provider)) return errors.Add(nameof(edit.Provider), "Choose one of the providers.");
        if (edit.Provider == AiProviders.Offline) return errors;
        if (edit.Provider == AiProviders.Anthropic && purpose == AiPurpose.Embedding) errors.Add(nameof(edit.Provider), "Anthropic has no embeddings: choose another provider for them.");
        return errors
            .Add(nameof(edit.BaseUrl), Address(edit))
            .Add(nameof(edit.Model), string.IsNullOrWhiteSpace(edit.Model) ? "Choose a model." : edit.Model.Length > 200 || edit.Model.Any(char.IsControl) ? "A model's name has at most 200 characters, in one line." : null)
            .Add(nameof(edit.NewKey), edit.NewKey is { Length: > 4000 } || edit.NewKey?.Any(sign => sign is < '!' or > '~') is true ? "An API key has only letters, digits and signs, without spaces." : null)
            .Add(nameof(edit.Temperature), edit.Temperature is null or >= 0 and <= 2 ? null : "Enter 0 to 2, or nothing.")
            .Add(nameof(edit.MaxTokens), edit.MaxTokens is null or >= 1 and <= 1_000_000 ? null : "Enter 1 to 1000000, or nothing.")
            .Add(nameof(edit.TimeoutSeconds), edit.TimeoutSeconds is null or >= 1 and <= 600 ? null : "Enter 1 to 600 seconds, or nothing.")
            .Add(nameof(edit.InputPrice), Price(edit.InputPrice))
            .Add(nameof(edit.OutputPrice), Price(edit.OutputPrice))
            .Add(nameof(edit.ContextTokens), edit.ContextTokens is null or >= 1_000 and <= 10_000_000 ? null : "Enter 1000 to 10000000, or nothing for 8192.")
            .Add(nameof(edit.Dimensions), edit.Dimensions is null or >= 1 and <= 4000 ? null : "Enter 1 to 4000, or nothing: the test finds out.");
    }

    private static string? Address(AiProviderEdit edit) => edit.BaseUrl is { Length: > 2000 } ? "The address is too long."
        : AiAddress.OpenAi(edit.BaseUrl) is not null ? null : "Enter the whole address, such as https://api.openai.com/v1.";

    private static string? Price(decimal? price) => price is null or >= 0 and < 1_000_000 ? null : "Enter a price, or nothing.";
}
