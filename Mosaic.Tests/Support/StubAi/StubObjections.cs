using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>What a sound server refuses too.</summary>
internal static class StubObjections
{
    /// <summary>The version of Anthropic's API that knows no sampling parameters any more, and refuses even their defaults.</summary>
    private const string WithoutSampling = "2026-10-21";

    public static StubError? To(StubCall call, StubAi stub)
    {
        if ((call.Method, call.Path) is not (("POST", "/v1/chat/completions" or "/v1/messages" or "/v1/embeddings") or ("GET", "/v1/models")))
            return StubError.UnknownAddress(call);
        if (stub.RequiredKey is { } key && key != Key(call)) return StubError.WrongKey;
        if (call.Method == "GET") return null;
        if (call.Model is null) return StubError.BadRequest("you must provide a model parameter");
        if (stub.KnownModels is { } known && !known.Contains(call.Model)) return StubError.UnknownModel(call.Model);
        if (call.IsEmbeddings && call.Inputs.Count == 0) return StubError.BadRequest("'input' must be a text or a list of texts", param: "input");
        if (call.IsChat && call.MessageCount == 0) return StubError.BadRequest("messages: at least one message is required", param: "messages");
        return call.IsAnthropic ? ToAnthropic(call) : null;
    }

    private static StubError? ToAnthropic(StubCall call)
    {
        if (call.Headers.GetValueOrDefault("anthropic-version") is not { } version) return StubError.BadRequest("anthropic-version: header is required");
        if (call.MaxTokens is null) return StubError.BadRequest("max_tokens: Field required");
        if (call.Sampling.Count > 0 && string.CompareOrdinal(version, WithoutSampling) >= 0)
            return StubError.BadRequest($"{call.Sampling[0]}: Extra inputs are not permitted");
        return null;
    }

    /// <summary>Anthropic takes the key in either header; where both are sent, its own counts.</summary>
    private static string? Key(StubCall call) => call.IsAnthropic && call.Headers.TryGetValue("x-api-key", out var key) ? key
        : call.Authorization is { } header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;
}
