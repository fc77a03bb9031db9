using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Features.Chat.Conversations;
using Mosaic.Web.Features.Chat.Tree;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.Api.Idempotency;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Chat.Api;

/// <summary>Conversations for programs; what is said in them is in <see cref="MessagesApi"/>.</summary>
internal sealed class ConversationsApi : IApiGroup
{
    private const string List = "conversations";

    private const int MostMessages = 200;

    public string Address => "/conversations";

    public string Title => "Conversations";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Needs(ApiScopes.Chat).Is("listConversations", "Your conversations", "Pinned ones first, then the newest; neither the archive nor temporary ones.").Gives(new PageOf<ConversationJson>([ConversationJson.Example], null));
        group.MapPost("/", StartAsync).Needs(ApiScopes.Chat).Is("startConversation", "Begin a conversation", "A bot with a greeting says it.").Takes(new NewConversationJson(ConversationJson.Example.BotId!.Value)).Gives(ConversationJson.Example).Refuses(422);
        group.MapGet("/{id:guid}", FindAsync).Needs(ApiScopes.Chat).Is("readConversation", "A conversation", "With the newest messages of its open path.").Gives(ConversationWithMessagesJson.Example);
        group.MapPatch("/{id:guid}", ChangeAsync).Needs(ApiScopes.Chat).Is("changeConversation", "Change a conversation", "What is left out stays.").Takes(new { isPinned = true }).Gives(ConversationJson.Example with { IsPinned = true }).Refuses(422);
        group.MapDelete("/{id:guid}", DeleteAsync).Needs(ApiScopes.Chat).Is("deleteConversation", "Delete a conversation", "With all that is said in it; people can bring it back for the time of the trash.");
    }

    private static async Task<Results<Ok<PageOf<ConversationJson>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, ClaimsPrincipal user, ConversationService conversations, ApiCursors cursors, CancellationToken cancellationToken)
    {
        var after = page.Cursor is { } cursor ? Read(cursors.Read(user.UserId(), List, cursor)) : null;
        if (page.Cursor is not null && after is null) return ApiProblem.Invalid("cursor", "Take the nextCursor of the page before.");
        var found = await conversations.ListAsync(user.UserId(), after: after, most: page.Size + 1, cancellationToken: cancellationToken);
        var shown = found.Take(page.Size).ToList();
        var items = await conversations.ReadAsync(user.UserId(), [.. shown.Select(card => card.Id)], cancellationToken);
        return TypedResults.Ok(new PageOf<ConversationJson>([.. items.Select(ConversationJson.Of)], found.Count > page.Size ? cursors.Write(user.UserId(), List, Write(shown[^1])) : null));
    }

    private static async Task<Results<Created<ConversationJson>, ProblemHttpResult>> StartAsync(NewConversationJson begun, HttpContext http, ConversationService conversations, People people, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(http.User.UserId(), cancellationToken) is not { } person) return ApiProblem.NotFound();
        return await conversations.StartAsync(person, begun.BotId, begun.IsTemporary, ObjectIds.NewObjectId(http), begun.Title, cancellationToken) switch
        {
            ChatResult.Done done when await conversations.FindAsync(person.Id, done.ConversationId, cancellationToken) is { } made => TypedResults.Created($"{ApiRoutes.Prefix}/conversations/{made.Id}", ConversationJson.Of(made)),
            ChatResult.Refused refused => ApiProblem.Refused(refused.Sentence),
            _ => ApiProblem.NotFound(),
        };
    }

    private static async Task<Results<Ok<ConversationWithMessagesJson>, ProblemHttpResult>> FindAsync(Guid id, ClaimsPrincipal user, ConversationReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(user.UserId(), id, MostMessages, cancellationToken) is { } view
            ? TypedResults.Ok(new ConversationWithMessagesJson(ConversationJson.Of(view.Conversation), [.. view.Messages.Select(MessageJson.Of)], view.HasEarlier)) : ApiProblem.NotFound();

    private static async Task<Results<Ok<ConversationJson>, ProblemHttpResult>> ChangeAsync(
        Guid id, ConversationChangeJson change, ClaimsPrincipal user, ConversationService conversations, TreeService tree, ConversationReader reader, CancellationToken cancellationToken)
    {
        var userId = user.UserId();
        if (await conversations.FindAsync(userId, id, cancellationToken) is null) return ApiProblem.NotFound();
        // All of it is looked at first, so that what is refused changes nothing.
        if (RefusalOf(change) is { } refusal) return ApiProblem.Refused(refusal);
        var active = change.ActiveMessageId.Value;
        if (active is { } leaf && (await reader.MessageAsync(userId, leaf, cancellationToken))?.Message.ConversationId != id) return ApiProblem.NotFound();
        ChatResult result = new ChatResult.Done(id);
        if (change.Title.HasValue) result = await conversations.RenameAsync(userId, id, change.Title.Value ?? "", cancellationToken);
        if (result is ChatResult.Done && change.Settings.Value is { } settings) result = await conversations.SetAsync(userId, id, settings, cancellationToken);
        if (result is ChatResult.Done && change.IsPinned.HasValue) result = await conversations.PinAsync(userId, id, change.IsPinned.Value, cancellationToken);
        if (result is ChatResult.Done && change.IsArchived.HasValue) result = await conversations.ArchiveAsync(userId, id, change.IsArchived.Value, cancellationToken);
        if (result is ChatResult.Done && active is not null) result = await tree.OpenAsync(userId, active.Value, cancellationToken);
        return result switch
        {
            ChatResult.Refused refused => ApiProblem.Refused(refused.Sentence),
            ChatResult.Done when await conversations.FindAsync(userId, id, cancellationToken) is { } changed => TypedResults.Ok(ConversationJson.Of(changed)),
            _ => ApiProblem.NotFound(),
        };
    }

    private static string? RefusalOf(ConversationChangeJson change) =>
        ConversationRules.Refuse(change.Title.Value) ?? (change.Settings.Value is { } settings ? ConversationRules.Refuse(settings) : null);

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, ClaimsPrincipal user, ConversationService conversations, CancellationToken cancellationToken) =>
        await conversations.DeleteAsync(user.UserId(), id, cancellationToken) ? TypedResults.NoContent() : ApiProblem.NotFound();

    private static string Write(ConversationCard last) => string.Create(CultureInfo.InvariantCulture, $"{last.IsPinned}|{last.UpdatedAt:O}|{last.Id}");

    private static ConversationCursor? Read(string? place) => place?.Split('|') is [var pinned, var updated, var id]
        ? new ConversationCursor(bool.Parse(pinned), DateTimeOffset.Parse(updated, CultureInfo.InvariantCulture), Guid.Parse(id)) : null;
}
