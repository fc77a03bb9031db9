using System.Text.Json.Nodes;

namespace Mosaic.Tests.Support.StubAi.Wire;

/// <summary><c>POST /v1/messages</c>: blocks of content, each opened, filled and closed by events.</summary>
internal sealed class AnthropicChat : IChatWire
{
    public IEnumerable<Part> Stream(StubCall call, ChatAnswer answer)
    {
        var (index, spoken) = (0, 0);
        var start = Message(call, [], null);
        if (answer.WithUsage) start["usage"] = Usage(call, 1);
        yield return Event("message_start", new() { ["message"] = start });
        if (answer.Thoughts is { } thoughts)
        {
            yield return Open(new() { ["type"] = "thinking", ["thinking"] = "", ["signature"] = "" });
            foreach (var thought in StubTokens.Of(thoughts)) yield return Fill(new() { ["type"] = "thinking_delta", ["thinking"] = thought });
            yield return Fill(new() { ["type"] = "signature_delta", ["signature"] = "c3R1Yg==" });
            yield return Close();
            index++;
        }
        yield return Open(new() { ["type"] = "text", ["text"] = "" });
        yield return Event("ping", []);
        foreach (var piece in answer.Pieces)
        {
            spoken++;
            yield return Fill(new() { ["type"] = "text_delta", ["text"] = piece });
        }
        yield return Close();
        var end = new JsonObject { ["delta"] = new JsonObject { ["stop_reason"] = "end_turn", ["stop_sequence"] = null } };
        if (answer.WithUsage) end["usage"] = new JsonObject { ["output_tokens"] = spoken };
        yield return Event("message_delta", end);
        yield return Event("message_stop", []);

        Part Open(JsonObject block) => Event("content_block_start", new() { ["index"] = index, ["content_block"] = block });
        Part Fill(JsonObject delta) => Event("content_block_delta", new() { ["index"] = index, ["delta"] = delta }, PartKind.Token);
        Part Close() => Event("content_block_stop", new() { ["index"] = index });
    }

    public IEnumerable<Part> Whole(StubCall call, ChatAnswer answer)
    {
        var spoken = 0;
        return JsonWriting.Around(answer.Pieces.Select(piece => (++spoken, piece).piece), content =>
        {
            JsonArray blocks = [new JsonObject { ["type"] = "text", ["text"] = content }];
            if (answer.Thoughts is { } thoughts)
                blocks.Insert(0, new JsonObject { ["type"] = "thinking", ["thinking"] = thoughts, ["signature"] = "c3R1Yg==" });
            var whole = Message(call, blocks, "end_turn");
            if (answer.WithUsage) whole["usage"] = Usage(call, spoken);
            return whole;
        });
    }

    private static JsonObject Message(StubCall call, JsonArray content, string? stopReason) => new()
    {
        ["id"] = "msg_stub",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = call.Model,
        ["content"] = content,
        ["stop_reason"] = stopReason,
        ["stop_sequence"] = null,
    };

    private static JsonObject Usage(StubCall call, int spoken) => new()
    {
        ["input_tokens"] = StubTokens.Count(call.PromptText),
        ["cache_creation_input_tokens"] = 0,
        ["cache_read_input_tokens"] = 0,
        ["output_tokens"] = spoken,
    };

    private static Part Event(string name, JsonObject data, PartKind kind = PartKind.Frame)
    {
        data.Insert(0, "type", name);
        return new(kind, $"event: {name}\ndata: {JsonWriting.Text(data)}\n\n");
    }
}
