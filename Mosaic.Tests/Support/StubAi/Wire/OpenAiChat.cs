using System.Text.Json.Nodes;

namespace Mosaic.Tests.Support.StubAi.Wire;

/// <summary><c>POST /v1/chat/completions</c>.</summary>
internal sealed class OpenAiChat : IChatWire
{
    public IEnumerable<Part> Stream(StubCall call, ChatAnswer answer)
    {
        var (id, created, spoken) = (NewId(), Now(), 0);
        yield return Part.Frame(Chunk(new() { ["role"] = "assistant", ["content"] = "" }));
        foreach (var thought in StubTokens.Of(answer.Thoughts ?? "")) yield return Part.Token(Chunk(new() { ["reasoning_content"] = thought }));
        foreach (var piece in answer.Pieces)
        {
            spoken++;
            yield return Part.Token(Chunk(new() { ["content"] = piece }));
        }
        yield return Part.Frame(Chunk([], "stop"));
        if (call.IncludeUsage && answer.WithUsage) yield return Part.Frame(Event(Envelope([], Usage(call, spoken))));
        yield return Part.Frame("data: [DONE]\n\n");

        string Chunk(JsonObject delta, string? finish = null) =>
            Event(Envelope([new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = finish }], null));

        JsonObject Envelope(JsonArray choices, JsonObject? usage)
        {
            var chunk = Head(call, id, created, "chat.completion.chunk");
            chunk["choices"] = choices;
            // Every chunk has the field when usage was asked for; the last one fills it.
            if (call.IncludeUsage && answer.WithUsage) chunk["usage"] = usage;
            return chunk;
        }
    }

    public IEnumerable<Part> Whole(StubCall call, ChatAnswer answer)
    {
        var (id, created, spoken) = (NewId(), Now(), 0);
        return JsonWriting.Around(answer.Pieces.Select(piece => (++spoken, piece).piece), content =>
        {
            var message = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = null };
            if (answer.Thoughts is { } thoughts) message["reasoning_content"] = thoughts;
            var whole = Head(call, id, created, "chat.completion");
            whole["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["logprobs"] = null, ["finish_reason"] = "stop" });
            if (answer.WithUsage) whole["usage"] = Usage(call, spoken);
            return whole;
        });
    }

    private static JsonObject Head(StubCall call, string id, long created, string kind) =>
        new() { ["id"] = id, ["object"] = kind, ["created"] = created, ["model"] = call.Model };

    private static JsonObject Usage(StubCall call, int spoken)
    {
        var asked = StubTokens.Count(call.PromptText);
        return new() { ["prompt_tokens"] = asked, ["completion_tokens"] = spoken, ["total_tokens"] = asked + spoken };
    }

    private static string Event(JsonObject json) => $"data: {JsonWriting.Text(json)}\n\n";

    private static string NewId() => $"chatcmpl-{Guid.NewGuid():N}";

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
}
