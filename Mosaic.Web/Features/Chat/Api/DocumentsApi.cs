using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Features.Chat.Documents;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.Api.Idempotency;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.RateLimits;

namespace Mosaic.Web.Features.Chat.Api;

/// <summary>Documents that bots know, for programs.</summary>
internal sealed class DocumentsApi : IApiGroup
{
    private static readonly UploadField[] Targets =
    [
        new("scope", null, "Who knows it: all, bot or conversation; all where it is left out."),
        new("botId", "uuid", "Which bot, where the scope is bot."),
        new("conversationId", "uuid", "Which conversation, where the scope is conversation."),
    ];

    public string Address => "/documents";

    public string Title => "Documents";

    public void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Needs(ApiScopes.Chat).Is("listDocuments", "Your documents", "Newest first, all at once, since there are at most 200. With botId or conversationId, what is known there.").Gives(new DocumentListJson([DocumentJson.Example]));
        group.MapPost("/", AddAsync).RequireRateLimiting(RateLimits.Uploads).Needs(ApiScopes.Chat)
            .WithMetadata(new UploadBody { Fields = Targets, Json = [new("url", "uri", "A web address whose text they shall know."), .. Targets] })
            .Is("addDocument", "Give bots a document", "A multipart form with a file, or JSON with a url. It is read by a job: ask for it again to see how far that is. The same document for the same bots is taken once.")
            .Gives(DocumentJson.Example).Refuses(404, 422);
        group.MapGet("/{id:guid}", FindAsync).Needs(ApiScopes.Chat).Is("readDocument", "A document", "Without its text.").Gives(DocumentJson.Example);
        group.MapDelete("/{id:guid}", DeleteAsync).Needs(ApiScopes.Chat).Is("deleteDocument", "Take a document from your bots", "People can bring it back for the time of the trash.");
    }

    private static async Task<Ok<DocumentListJson>> ListAsync(Guid? botId, Guid? conversationId, ClaimsPrincipal user, DocumentService documents, CancellationToken cancellationToken) =>
        TypedResults.Ok(new DocumentListJson([.. (await documents.ListAsync(user.UserId(), conversationId, botId, cancellationToken)).Select(DocumentJson.Of)]));

    private static async Task<Results<Created<DocumentJson>, ProblemHttpResult>> AddAsync(
        HttpContext http, FileStore store, UploadLimit limit, FileCleaner cleaner, DocumentIntake intake, CancellationToken cancellationToken)
    {
        var id = ObjectIds.NewObjectId(http);
        var (result, problem) = http.Request.HasJsonContentType() ? await AddUrlAsync(http, intake, id, cancellationToken)
            : http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) is true ? await DocumentEndpoints.ReceiveAsync(http, store, limit, cleaner, intake, id, cancellationToken)
            : (null, ApiProblem.Of(415, "content-type", "This cannot be read.", "Send a multipart form with a file, or JSON with a url."));
        return result switch
        {
            null => problem!,
            DocumentResult.Done done => TypedResults.Created($"{ApiRoutes.Prefix}/documents/{done.Document.Id}", DocumentJson.Of(done.Document)),
            DocumentResult.Refused { IsTooLarge: true } large => ApiProblem.Of(413, "too-large", "This is too large.", large.Sentence),
            DocumentResult.Refused refused => ApiProblem.Refused(refused.Sentence),
            _ => ApiProblem.NotFound(),
        };
    }

    private static async Task<(DocumentResult? Result, ProblemHttpResult? Problem)> AddUrlAsync(HttpContext http, DocumentIntake intake, Guid id, CancellationToken cancellationToken)
    {
        NewDocumentJson? named;
        try
        {
            named = await http.Request.ReadFromJsonAsync<NewDocumentJson>(cancellationToken);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (null, ApiProblem.Invalid("body", "Send JSON such as {\"url\": \"https://example.org\"}."));
        }
        if (named?.Url is not { Length: > 0 } url) return (null, ApiProblem.Invalid("url", "Name a web address."));
        if (DocumentTarget.Read(named.Scope, named.BotId?.ToString(), named.ConversationId?.ToString()) is not { } target)
            return (null, ApiProblem.Invalid("scope", "It is all, bot or conversation, and of the last two botId or conversationId says which one."));
        return (await intake.AddUrlAsync(http.User.UserId(), url, target, id, cancellationToken), null);
    }

    private static async Task<Results<Ok<DocumentJson>, ProblemHttpResult>> FindAsync(Guid id, ClaimsPrincipal user, DocumentService documents, CancellationToken cancellationToken) =>
        await documents.FindAsync(user.UserId(), id, cancellationToken) is { } document ? TypedResults.Ok(DocumentJson.Of(document)) : ApiProblem.NotFound();

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, ClaimsPrincipal user, DocumentService documents, CancellationToken cancellationToken) =>
        await documents.DeleteAsync(user.UserId(), id, cancellationToken) ? TypedResults.NoContent() : ApiProblem.NotFound();
}
