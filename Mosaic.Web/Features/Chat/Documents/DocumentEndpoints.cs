using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.RateLimits;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Files for bots, sent by pages beside their circuit: a multipart form with <c>scope</c>, <c>botId</c> or <c>conversationId</c>, and the <c>file</c>.</summary>
internal static class DocumentEndpoints
{
    public const string Address = "/chat/documents/files";

    public static void MapDocuments(this IEndpointRouteBuilder routes) => routes.MapPost(Address, AddAsync).RequireAuthorization().RequireRateLimiting(RateLimits.Uploads);

    private static async Task<Results<Created<Added>, ProblemHttpResult>> AddAsync(
        HttpContext http, FileStore store, UploadLimit limit, FileCleaner cleaner, DocumentIntake intake, CancellationToken cancellationToken)
    {
        var (result, problem) = await ReceiveAsync(http, store, limit, cleaner, intake, null, cancellationToken);
        return result switch
        {
            null => problem!,
            DocumentResult.Done done => TypedResults.Created($"/chat/documents/{done.Document.Id}", new Added(done.Document.Id, done.Document.ShownTitle, done.WasThere)),
            DocumentResult.Refused refused => Problem(refused.IsTooLarge ? 413 : 422, refused.Sentence),
            _ => Problem(404, "The bot or the conversation this was for is not there any more. Choose another one."),
        };
    }

    /// <summary>Makes a document of the file of a request. Either of the answers is null.</summary>
    public static async Task<(DocumentResult? Result, ProblemHttpResult? Problem)> ReceiveAsync(
        HttpContext http, FileStore store, UploadLimit limit, FileCleaner cleaner, DocumentIntake intake, Guid? id, CancellationToken cancellationToken)
    {
        var (received, problem) = await UploadEndpoint.ReceiveAsync(http, store, limit, new StoreOptions { KeepLocation = true, MaxLength = DocumentLimits.MaxBytes }, cancellationToken);
        if (received is null) return (null, problem);
        if (DocumentTarget.Read(Field("scope"), Field("botId"), Field("conversationId")) is { } target) return (await intake.TakeAsync(http.User.UserId(), received.Resource, target, id, cancellationToken), null);
        await cleaner.DeleteUnclaimedAsync(http.User.UserId(), received.Resource.Id, CancellationToken.None);
        return (null, Problem(400, "The scope is all, bot or conversation, and of the last two the form says which one."));

        string? Field(string name) => received.Fields.GetValueOrDefault(name);
    }

    private static ProblemHttpResult Problem(int status, string sentence) => TypedResults.Problem(sentence, statusCode: status, title: "The document was not taken.");

    internal sealed record Added(Guid Id, string Title, bool WasThere);
}
