using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.Api.Idempotency;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Bots.Api;

/// <summary>Bots for programs.</summary>
internal sealed class BotsApi : IApiGroup
{
    public string Address => "/bots";

    public string Title => "Bots";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Needs(ApiScopes.Bots).Is("listBots", "Your bots", "As you put them; all at once, since there are at most 200.").Gives(new BotListJson([BotJson.Example]));
        group.MapPost("/", MakeAsync).Needs(ApiScopes.Bots)
            .Is("makeBot", "Make a bot").Takes(new { name = "Socrates", personalityPrompt = "You answer with one short question.", autoReply = true }).Gives(BotJson.Example).Refuses(422);
        group.MapPut("/order", OrderAsync).Needs(ApiScopes.Bots).Is("orderBots", "Order your bots").Takes(new BotOrderJson([BotJson.Example.Id])).Gives(new BotListJson([BotJson.Example]));
        group.MapGet("/{id:guid}", FindAsync).Needs(ApiScopes.Bots).Is("readBot", "A bot", "Also a deleted one, since its replies stay.").Gives(BotJson.Example);
        group.MapPatch("/{id:guid}", ChangeAsync).Needs(ApiScopes.Bots)
            .Is("changeBot", "Change a bot", "What is left out stays; config and trigger are taken whole.").Takes(new { autoReply = false }).Gives(BotJson.Example with { AutoReply = false }).Refuses(422);
        group.MapDelete("/{id:guid}", DeleteAsync).Needs(ApiScopes.Bots).Is("deleteBot", "Delete a bot", "Its replies stay.");
    }

    private static async Task<Ok<BotListJson>> ListAsync(ClaimsPrincipal user, BotService bots, CancellationToken cancellationToken) =>
        TypedResults.Ok(new BotListJson([.. (await bots.ListAsync(user.UserId(), cancellationToken)).Select(BotJson.Of)]));

    private static async Task<Results<Created<BotJson>, ProblemHttpResult>> MakeAsync(BotChangeJson bot, HttpContext http, BotService bots, CancellationToken cancellationToken) =>
        await bots.MakeAsync(http.User.UserId(), bot.On(new BotSheet()), ObjectIds.NewObjectId(http), cancellationToken) switch
        {
            BotResult.Saved saved => TypedResults.Created($"{ApiRoutes.Prefix}/bots/{saved.Bot.Id}", BotJson.Of(saved.Bot)),
            BotResult.Refused refused => ApiProblem.Refused(refused.Sentence),
            _ => ApiProblem.NotFound(),
        };

    private static async Task<Ok<BotListJson>> OrderAsync(BotOrderJson order, ClaimsPrincipal user, BotService bots, CancellationToken cancellationToken)
    {
        await bots.OrderAsync(user.UserId(), order.Ids, cancellationToken);
        return await ListAsync(user, bots, cancellationToken);
    }

    private static async Task<Results<Ok<BotJson>, ProblemHttpResult>> FindAsync(Guid id, ClaimsPrincipal user, BotService bots, CancellationToken cancellationToken) =>
        await bots.FindAsync(user.UserId(), id, cancellationToken) is { } bot ? TypedResults.Ok(BotJson.Of(bot)) : ApiProblem.NotFound();

    private static async Task<Results<Ok<BotJson>, ProblemHttpResult>> ChangeAsync(
        Guid id, BotChangeJson change, ClaimsPrincipal user, BotService bots, CancellationToken cancellationToken)
    {
        if (await bots.FindAsync(user.UserId(), id, cancellationToken) is not { DeletedAt: null } bot) return ApiProblem.NotFound();
        return await bots.ChangeAsync(user.UserId(), id, change.On(BotSheet.Of(bot)), cancellationToken) switch
        {
            BotResult.Saved saved => TypedResults.Ok(BotJson.Of(saved.Bot)),
            BotResult.Refused refused => ApiProblem.Refused(refused.Sentence),
            _ => ApiProblem.NotFound(),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, ClaimsPrincipal user, BotService bots, CancellationToken cancellationToken) =>
        await bots.DeleteAsync(user.UserId(), id, cancellationToken) ? TypedResults.NoContent() : ApiProblem.NotFound();
}
