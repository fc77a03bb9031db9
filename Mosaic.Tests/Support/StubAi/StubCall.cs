namespace Mosaic.Tests.Support.StubAi;

/// <summary>One request as it came, and what of it is asked about often.</summary>
public sealed record StubCall
{
    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    /// <summary>Such as <c>/v1/chat/completions</c>.</summary>
    public required string Path { get; init; }

    /// <summary>As it came, with its <c>?</c>; empty when there is none.</summary>
    public required string Query { get; init; }

    /// <summary>Names in lower case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>As it came; of a request that broke off, what came of it.</summary>
    public required string Body { get; init; }

    public string? Model { get; init; }

    public bool Stream { get; init; }

    public bool IncludeUsage { get; init; }

    public double? Temperature { get; init; }

    /// <summary>Which of <c>temperature</c>, <c>top_p</c> and <c>top_k</c> it carries.</summary>
    public IReadOnlyList<string> Sampling { get; init; } = [];

    public int? MaxTokens { get; init; }

    public int? MaxCompletionTokens { get; init; }

    /// <summary>Without Anthropic's system text, which is no message there.</summary>
    public int MessageCount { get; init; }

    /// <summary>All system and developer messages.</summary>
    public string SystemText { get; init; } = "";

    public string LastUserText { get; init; } = "";

    /// <summary>All messages together, as the prompt is counted.</summary>
    public string PromptText { get; init; } = "";

    /// <summary>What embeddings are asked for.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>As asked for with embeddings: <c>float</c>, <c>base64</c> or nothing.</summary>
    public string? EncodingFormat { get; init; }

    public int? Dimensions { get; init; }

    public string? Authorization => Headers.GetValueOrDefault("authorization");

    /// <summary>Whether it speaks Anthropic's protocol.</summary>
    public bool IsAnthropic => Headers.ContainsKey("anthropic-version") || Path == "/v1/messages";

    public bool IsChat => Path is "/v1/chat/completions" or "/v1/messages";

    public bool IsEmbeddings => Path == "/v1/embeddings";
}
