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
        if (StubObjections.To(call, stub) is { } objection)
        {
            await exchange.RefuseAsync(objection);
            return;
        }
        var fault = faults.For(call);
        if (await fault.InterceptAsync(exchange)) return;
        var (contentType, parts) = Reply(call, fault);
        await exchange.SendAsync(contentType, fault.Change(call, parts), fault.IsUnbridled ? 0 : stub.TokensPerSecond);
    }

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
