using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Features.Chat.Memories;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.Api;

/// <summary>What bots keep of a person, for programs.</summary>
internal sealed class MemoriesApi : IApiGroup
{
    public string Address => "/memories";

    public string Title => "Memories";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Needs(ApiScopes.Chat).Is("listMemories", "What bots keep of you", "Facts, newest first; with botId what that bot knows, with conversationId what was said there.").Gives(new PageOf<MemoryJson>([MemoryJson.Example], null));
        group.MapDelete("/{id:guid}", ForgetAsync).Needs(ApiScopes.Chat).Is("deleteMemory", "Have a fact forgotten", "With all that was made of the message that says it, and for good: bots read that message no more.");
    }

    private static async Task<Results<Ok<PageOf<MemoryJson>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, Guid? botId, Guid? conversationId, ClaimsPrincipal user, MemoryService memories, ApiCursors cursors, CancellationToken cancellationToken)
    {
        var (userId, list) = (user.UserId(), $"memories {botId:N} {conversationId:N}");
        var after = page.Cursor is { } cursor ? Read(cursors.Read(userId, list, cursor)) : null;
        if (page.Cursor is not null && after is null) return ApiProblem.Invalid("cursor", "This cursor is not from this list. Begin without one.");
        var found = await memories.ListAsync(userId, new MemoryFilter { BotId = botId, ConversationId = conversationId }, after, page.Size + 1, cancellationToken);
        var shown = found.Take(page.Size).ToList();
        return TypedResults.Ok(new PageOf<MemoryJson>([.. shown.Select(MemoryJson.Of)], found.Count > page.Size ? cursors.Write(userId, list, $"{shown[^1].CreatedAt.UtcTicks} {shown[^1].Id:N}") : null));
    }

    private static MemoryCursor? Read(string? place) =>
        place?.Split(' ') is [var ticks, var id] ? new MemoryCursor(new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero), Guid.ParseExact(id, "N")) : null;

    private static async Task<Results<NoContent, ProblemHttpResult>> ForgetAsync(Guid id, ClaimsPrincipal user, MemoryForgetting forgetting, CancellationToken cancellationToken) =>
        await forgetting.ForgetAsync(user.UserId(), id, cancellationToken) is not null ? TypedResults.NoContent() : ApiProblem.NotFound();
}
