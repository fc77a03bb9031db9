using System.Globalization;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Platform.Ai;
using Mosaic.Web.Platform.Ai.Settings;

namespace Mosaic.Web.Features.Admin.Ai;

/// <summary>A provider's settings as they are typed.</summary>
public sealed class ProviderForm
{
    public string Provider { get; set; } = AiProviders.Offline;
    public string BaseUrl { get; set; } = "";
    public string Model { get; set; } = "";
    public string Temperature { get; set; } = "";
    public string MaxTokens { get; set; } = "";
    public string TimeoutSeconds { get; set; } = "";
    public string InputPrice { get; set; } = "";
    public string OutputPrice { get; set; } = "";
    public string Dimensions { get; set; } = "";
    public bool SeesPictures { get; set; }
    public string ContextTokens { get; set; } = "";
    public string NewKey { get; set; } = "";

    /// <summary>Whether a key is being entered in place of the one that is set.</summary>
    public bool ReplacesKey { get; set; }

    public bool IsOffline => Provider == AiProviders.Offline;

    public static ProviderForm Of(AiProviderState state) => new()
    {
        Provider = state.Settings.Provider,
        BaseUrl = state.Settings.BaseUrl ?? "",
        Model = state.Settings.Model ?? "",
        Temperature = Text(state.Settings.Temperature),
        MaxTokens = Text(state.Settings.MaxTokens),
        TimeoutSeconds = Text(state.Settings.TimeoutSeconds),
        InputPrice = Text(state.Settings.InputPrice),
        OutputPrice = Text(state.Settings.OutputPrice),
        Dimensions = Text(state.Settings.Dimensions),
        SeesPictures = state.Settings.SeesPictures,
        ContextTokens = Text(state.Settings.ContextTokens),
        ReplacesKey = !state.HasKey,
    };

    public void Fill(AiPreset preset)
    {
        (Provider, BaseUrl) = (preset.Provider, preset.BaseUrl);
        Model = "";
        // The address leads elsewhere, so that the key that is set does not belong there.
        ReplacesKey = true;
    }

    /// <summary>What is wanted; what is no number is in the errors.</summary>
    public AiProviderEdit ToEdit(FieldErrors errors) => new(Provider)
    {
        BaseUrl = BaseUrl.Trim(),
        Model = Model.Trim(),
        NewKey = ReplacesKey && NewKey.Trim().Length > 0 ? NewKey.Trim() : null,
        Temperature = Read<float>(Temperature, nameof(Temperature), errors),
        MaxTokens = Read<int>(MaxTokens, nameof(MaxTokens), errors),
        TimeoutSeconds = Read<int>(TimeoutSeconds, nameof(TimeoutSeconds), errors),
        InputPrice = Read<decimal>(InputPrice, nameof(InputPrice), errors),
        OutputPrice = Read<decimal>(OutputPrice, nameof(OutputPrice), errors),
        Dimensions = Read<int>(Dimensions, nameof(Dimensions), errors),
        SeesPictures = SeesPictures,
        ContextTokens = Read<int>(ContextTokens, nameof(ContextTokens), errors),
    };

    private static T? Read<T>(string text, string field, FieldErrors errors)
        where T : struct, IParsable<T>
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        // People write 0,7 as well as 0.7.
        if (T.TryParse(text.Trim().Replace(',', '.'), CultureInfo.InvariantCulture, out var number)) return number;
        errors.Add(field, "Enter a number, or nothing.");
        return null;
    }

    private static string Text(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
