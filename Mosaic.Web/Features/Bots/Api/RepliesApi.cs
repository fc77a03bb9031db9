using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Bots.Api;

/// <summary>The threads below replies, for programs.</summary>
internal sealed class RepliesApi : IApiGroup
{
    public const string InLine = "The answer is written meanwhile: read it again until its state is no longer writing.";

    public string Address => "/replies";

    public string Title => "Replies";

    public void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/thread", AskAsync).Needs(ApiScopes.Bots)
        .Is("askInThread", "Say something to a bot about its reply", InLine).Takes(new ReplyQuestionJson("And the year before?"))
        .Gives(ReplyListJson.Example with { ParentReplyId = ReplyListJson.Example.Id, Question = "And the year before?", Content = "", State = ReplyState.Writing }).Refuses(422);

    private static async Task<Results<Accepted<ReplyCard>, ProblemHttpResult>> AskAsync(
        Guid id, ReplyQuestionJson asked, ClaimsPrincipal user, ReplyService replies, CancellationToken cancellationToken) =>
        await ShownAsync(user.UserId(), await replies.AskInThreadAsync(user.UserId(), id, asked.Question, asked.ResourceIds ?? [], cancellationToken), replies, cancellationToken);

    /// <summary>The reply that was begun.</summary>
    public static async Task<Results<Accepted<ReplyCard>, ProblemHttpResult>> ShownAsync(Guid userId, ReplyResult result, ReplyService replies, CancellationToken cancellationToken) => result switch
    {
        ReplyResult.Begun begun when await replies.FindAsync(userId, begun.Id, cancellationToken) is { } reply =>
            TypedResults.Accepted($"{ApiRoutes.Prefix}/memos/{reply.MemoId}/replies", reply),
        ReplyResult.Refused refused => ApiProblem.Refused(refused.Sentence),
        _ => ApiProblem.NotFound(),
    };
}
