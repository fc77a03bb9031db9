using Microsoft.AspNetCore.Http;
using Mosaic.Tests.Support.StubAi.Faults;
using Mosaic.Tests.Support.StubAi.Wire;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>What a call goes through: it is heard, let in, met by a fault or not, and answered.</summary>
internal sealed class StubProtocol(StubAi stub, StubHearing hearing, StubAnswers answers, StubFaults faults)
{
    private static readonly OpenAiChat OpenAi = new();
    private static readonly AnthropicChat Anthropic = new();

    public async Task AnswerAsync(HttpContext context, CancellationToken ended)
    {
        var call = await StubCallReader.ReadAsync(context);
        hearing.Hear(call);
        var exchange = new StubExchange(stub, context, call, ended);
        if (Objection(call) is { } objection)
        {
            await exchange.RefuseAsync(objection);
            return;
        }
        var fault = faults.For(call);
        if (await fault.InterceptAsync(exchange)) return;
        var (contentType, parts) = Reply(call, fault);
        await exchange.SendAsync(contentType, fault.Change(call, parts), fault.IsUnbridled ? 0 : stub.TokensPerSecond);
    }

    /// <summary>What a sound server refuses too.</summary>
    private StubError? Objection(StubCall call)
    {
        if ((call.Method, call.Path) is not (("POST", "/v1/chat/completions" or "/v1/messages" or "/v1/embeddings") or ("GET", "/v1/models")))
            return StubError.UnknownAddress(call);
        if (stub.RequiredKey is { } key && key != Key(call)) return StubError.WrongKey;
        if (call.Method == "GET") return null;
        if (call.Model is null) return StubError.BadRequest("you must provide a model parameter");
        if (stub.KnownModels is { } known && !known.Contains(call.Model)) return StubError.UnknownModel(call.Model);
        if (call.IsEmbeddings && call.Inputs.Count == 0) return StubError.BadRequest("'input' must be a text or a list of texts", param: "input");
        if (call.IsChat && call.LastUserText == "") return StubError.BadRequest("messages: a user message with text is required", param: "messages");
        if (call is { IsChat: true, IsAnthropic: true, MaxTokens: null }) return StubError.BadRequest("max_tokens: Field required");
        return null;
    }

    private static string? Key(StubCall call) => call.IsAnthropic
        ? call.Headers.GetValueOrDefault("x-api-key")
        : call.Authorization is { } header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;

    private (string ContentType, IEnumerable<Part> Parts) Reply(StubCall call, FaultBehaviour fault)
    {
        if (!call.IsChat) return ("application/json", JsonWriting.InQuarters(call.IsEmbeddings ? Embeddings(call, fault) : ModelList.Of(call, stub.Models)));
        var answer = fault.Change(new ChatAnswer(StubTokens.Of(answers.For(call))));
        IChatWire wire = call.IsAnthropic ? Anthropic : OpenAi;
        return call.Stream ? ("text/event-stream", wire.Stream(call, answer)) : ("application/json", wire.Whole(call, answer));
    }

    private string Embeddings(StubCall call, FaultBehaviour fault)
    {
        var vectors = call.Inputs.Select(text => StubVectors.Of(text, call.Dimensions ?? stub.Dimensions)).ToList();
        return EmbeddingList.Of(call, fault.Change(vectors), fault.CountsEmbeddings);
    }
}
