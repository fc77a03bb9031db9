namespace Mosaic.Web.Platform.Ai.Settings;

/// <summary>A known provider: fills the address, and says whether it wants a key.</summary>
public sealed record AiPreset(string Name, string Provider, string BaseUrl, bool WantsKey)
{
    public static IReadOnlyList<AiPreset> All { get; } =
    [
        new("OpenAI", AiProviders.OpenAiCompatible, "https://api.openai.com/v1", true),
        new("Anthropic", AiProviders.Anthropic, "https://api.anthropic.com", true),
        new("Ollama", AiProviders.OpenAiCompatible, "http://127.0.0.1:11434/v1", false),
        new("LM Studio", AiProviders.OpenAiCompatible, "http://127.0.0.1:1234/v1", false),
        new("vLLM", AiProviders.OpenAiCompatible, "http://127.0.0.1:8000/v1", false),
        new("OpenRouter", AiProviders.OpenAiCompatible, "https://openrouter.ai/api/v1", true),
        new("DeepSeek", AiProviders.OpenAiCompatible, "https://api.deepseek.com/v1", true),
        new("Gemini", AiProviders.OpenAiCompatible, "https://generativelanguage.googleapis.com/v1beta/openai", true),
        new("Hugging Face", AiProviders.OpenAiCompatible, "https://router.huggingface.co/v1", true),
    ];
}
