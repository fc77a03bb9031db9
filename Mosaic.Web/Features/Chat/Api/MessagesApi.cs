using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Data.Chat;
using Mosaic.Web.Features.Chat.Answers;
using Mosaic.Web.Features.Chat.Streaming;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.Api.Idempotency;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.Api;

/// <summary>What is said in conversations, for programs.</summary>
internal sealed class MessagesApi : IApiGroup
{
    private const string EventStream = "text/event-stream";

    public string Address => "/conversations/{id:guid}/messages";

    public string Title => "Conversations";

    public void Map(RouteGroupBuilder group) => group.MapPost("/", SayAsync).Needs(ApiScopes.Chat)
        .Is("say", "Say something", "Answers with the answer once it is whole, or with Accept: text/event-stream with events as it is written: delta {text}, then done {message} or error {detail, message}. It is written to its end whether somebody listens or not. A message that nobody answers is answered with itself.")
        .Takes(new NewMessageJson("What was I worried about in March?")).Gives(MessageJson.Example).Refuses(422);

    private static async Task<Results<Ok<MessageJson>, ServerSentEventsResult<ChatEventJson>, ProblemHttpResult>> SayAsync(
        Guid id, NewMessageJson said, HttpContext http, ClaimsPrincipal user, ChatService chat, GrowingAnswers answers, ConversationReader reader, CancellationToken cancellationToken)
    {
        var userId = user.UserId();
        switch (await chat.SayAsync(userId, id, said.Content, said.ParentId, said.BotId, ObjectIds.NewObjectId(http), cancellationToken))
        {
            case ChatResult.Done { MessageId: { } messageId }:
                // Found before the answer can end, so that nothing of it is missed.
                var answer = answers.Find(messageId);
                if (http.Request.GetTypedHeaders().Accept?.Any(type => type.MediaType == EventStream) is true) return TypedResults.ServerSentEvents(EventsAsync(userId, messageId, answer, reader, cancellationToken));
                return await WholeAsync(userId, messageId, answer, reader, cancellationToken) is { } whole ? TypedResults.Ok(whole) : ApiProblem.NotFound();
            case ChatResult.Refused refused:
                return ApiProblem.Refused(refused.Sentence);
            default:
                return ApiProblem.NotFound();
        }
    }

    private static async IAsyncEnumerable<SseItem<ChatEventJson>> EventsAsync(Guid userId, Guid messageId, GrowingAnswer? answer, ConversationReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var (seen, isOver) = (0, answer is null); !isOver;)
        {
            await answer!.WaitAsync(seen, cancellationToken);
            isOver = answer.IsOver;
            (var piece, seen) = answer.After(seen);
            if (piece.Length > 0) yield return new SseItem<ChatEventJson>(new ChatEventJson(piece), "delta");
        }
        if (await WholeAsync(userId, messageId, null, reader, cancellationToken) is not { } whole) yield return new SseItem<ChatEventJson>(new ChatEventJson(Detail: "The message is not there any more."), "error");
        else if (whole.State is MessageState.Failed or MessageState.Stopped) yield return new SseItem<ChatEventJson>(new ChatEventJson(Message: whole, Detail: whole.Trouble ?? "It was stopped."), "error");
        else yield return new SseItem<ChatEventJson>(new ChatEventJson(Message: whole), "done");
    }

    private static async Task<MessageJson?> WholeAsync(Guid userId, Guid messageId, GrowingAnswer? answer, ConversationReader reader, CancellationToken cancellationToken)
    {
        while (answer is { IsOver: false }) await answer.WaitAsync(answer.Length, cancellationToken);
        return await reader.MessageAsync(userId, messageId, cancellationToken) is { } message ? MessageJson.Of(message) : null;
    }
}
