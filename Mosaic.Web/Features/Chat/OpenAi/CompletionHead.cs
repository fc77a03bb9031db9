namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>What stands in everything that is sent of an answer, and the shapes it is sent in.</summary>
/// <param name="Id">Of the answer.</param>
/// <param name="Model">Who answers, by the id it is listed under.</param>
/// <param name="Created">In seconds since 1970.</param>
internal sealed record CompletionHead(string Id, string Model, long Created)
{
    public static CompletionHead Of(TalkModel model, DateTimeOffset now) => new($"chatcmpl-{Guid.NewGuid():N}", model.Id, now.ToUnixTimeSeconds());

    public object Whole(TalkAnswer answer) => new
    {
        Id,
        Object = "chat.completion",
        Created,
        Model,
        Choices = new[]
        {
            new { Index = 0, Message = new { Role = "assistant", Content = answer.Text, Refusal = (string?)null, answer.Sources }, Logprobs = (string?)null, FinishReason = answer.Finish },
        },
        answer.Usage,
        answer.TurnId,
    };

    /// <param name="delta">What is new.</param>
    /// <param name="finish">Why it ends; null where it does not.</param>
    /// <param name="withUsage">Usage is promised, and comes in the end.</param>
    /// <param name="turnId">The call behind the answer, which the last piece names.</param>
    public object Chunk(object delta, string? finish, bool withUsage, Guid? turnId = null)
    {
        var choices = new[] { new { Index = 0, Delta = delta, Logprobs = (string?)null, FinishReason = finish } };
        var chunk = new Dictionary<string, object?> { ["id"] = Id, ["object"] = "chat.completion.chunk", ["created"] = Created, ["model"] = Model, ["choices"] = choices };
        if (withUsage) chunk["usage"] = null;
        if (turnId is not null) chunk["turn_id"] = turnId;
        return chunk;
    }

    public object Used(object usage) => new { Id, Object = "chat.completion.chunk", Created, Model, Choices = Array.Empty<object>(), Usage = usage };
}
