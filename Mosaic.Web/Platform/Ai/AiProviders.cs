namespace Mosaic.Web.Platform.Ai;

/// <summary>The kinds of provider; the database accepts no other word.</summary>
public static class AiProviders
{
    public const string Offline = "offline";
    public const string OpenAiCompatible = "openai-compatible";
    public const string Anthropic = "anthropic";

    public static IReadOnlyList<(string Name, string Title)> All { get; } =
        [(Offline, "Offline helper"), (OpenAiCompatible, "OpenAI-compatible"), (Anthropic, "Anthropic")];

    /// <summary>What people call it; an unknown word is shown as it is.</summary>
    public static string TitleOf(string name) => All.FirstOrDefault(provider => provider.Name == name).Title ?? name;
}
