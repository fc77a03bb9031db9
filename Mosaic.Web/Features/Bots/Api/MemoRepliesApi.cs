using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Data.Bots;
using Mosaic.Web.Features.Bots.Replies;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Bots.Api;

/// <summary>What bots reply to a memo, for programs.</summary>
internal sealed class MemoRepliesApi : IApiGroup
{
    public string Address => "/memos/{id:guid}/replies";

    public string Title => "Replies";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Needs(ApiScopes.Bots).Is("listReplies", "What bots replied to a memo").Gives(new ReplyListJson([ReplyListJson.Example]));
        group.MapPost("/", AskAsync).Needs(ApiScopes.Bots)
            .Is("askBot", "Have a bot reply to a memo", "Where it has replied to this text, it gives another answer. " + RepliesApi.InLine).Takes(new NewReplyJson(BotJson.Example.Id))
            .Gives(ReplyListJson.Example with { Content = "", State = ReplyState.Writing, AnswerNumber = 0, AnswerCount = 0, TurnId = null, Recalled = [] }).Refuses(422);
    }

    private static async Task<Results<Ok<ReplyListJson>, ProblemHttpResult>> ListAsync(Guid id, ClaimsPrincipal user, ReplyService replies, CancellationToken cancellationToken) =>
        await replies.ListAsync(user.UserId(), id, cancellationToken) is { } found ? TypedResults.Ok(new ReplyListJson(found)) : ApiProblem.NotFound();

    private static async Task<Results<Accepted<ReplyCard>, ProblemHttpResult>> AskAsync(
        Guid id, NewReplyJson asked, ClaimsPrincipal user, ReplyService replies, CancellationToken cancellationToken) =>
        await RepliesApi.ShownAsync(user.UserId(), await replies.AskAsync(user.UserId(), id, asked.BotId, cancellationToken), replies, cancellationToken);
}
