using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Api;
using Mosaic.Web.Platform.Api.Documents;
using Mosaic.Web.Platform.Api.Idempotency;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.RateLimits;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>Files for programs.</summary>
internal sealed class ResourcesApi : IApiGroup
{
    public string Address => "/resources";

    public string Title => "Files";

    public void Map(RouteGroupBuilder group)
    {
        group.MapPost("/", UploadAsync).RequireRateLimiting(RateLimits.Uploads).Needs(ApiScopes.MemosWrite)
            .WithMetadata(new UploadBody())
            .Is("uploadFile", "Upload a file", "A multipart form with the file, and memoId where it belongs to a memo. A file that no memo has is removed after a week. Where a picture was taken is removed, unless keepLocation is true.")
            .Gives(ResourceJson.Example).Refuses(404, 422);
        group.MapGet("/{id:guid}", FindAsync).Needs(ApiScopes.MemosRead).Is("readFile", "What is known of a file").Gives(ResourceJson.Example);
        group.MapDelete("/{id:guid}", DeleteAsync).Needs(ApiScopes.MemosWrite).Is("deleteFile", "Take a file off its memo", "One that no memo has is gone at once.");
        group.MapMethods("/{id:guid}/content", ["GET", "HEAD"], ReadAsync).Needs(ApiScopes.MemosRead)
            .Is("readFileContent", "The bytes of a file", "By range, and with an ETag that never changes.").WithMetadata(new FileBody()).Refuses(416);
    }

    private static async Task<Results<Created<ResourceJson>, ProblemHttpResult>> UploadAsync(
        HttpContext http, FileStore store, UploadLimit limit, MemoService memos, MemoAttachments attachments, Guid? memoId, bool? keepLocation, CancellationToken cancellationToken)
    {
        var userId = http.User.UserId();
        if (memoId is { } named && await memos.FindAsync(userId, named, cancellationToken) is not { DeletedAt: null }) return ApiProblem.NotFound();
        var options = new StoreOptions { Id = ObjectIds.NewObjectId(http), KeepLocation = keepLocation is true };
        var (received, problem) = await UploadEndpoint.ReceiveAsync(http, store, limit, options, cancellationToken);
        if (received is null) return problem!;
        var file = received.Resource;
        if (received.Fields.TryGetValue("memoId", out var field))
        {
            if (!Guid.TryParse(field, out var fromForm)) return await TakeBackAsync(ApiProblem.Invalid("memoId", "This is no id of a memo."));
            memoId = fromForm;
        }
        if (memoId is { } wanted && file.MemoId != wanted && !await attachments.PutOnAsync(userId, file.Id, wanted, cancellationToken))
            return await TakeBackAsync(ApiProblem.NotFound());
        var json = ResourceJson.Of(memoId, new MemoFile(file.Id, file.Filename, file.ResourceType, file.MimeType, file.FileSize));
        return TypedResults.Created($"{ApiRoutes.Prefix}/resources/{file.Id}", json);

        async Task<ProblemHttpResult> TakeBackAsync(ProblemHttpResult why)
        {
            await attachments.DeleteAsync(userId, file.Id, CancellationToken.None);
            return why;
        }
    }

    private static async Task<Results<Ok<ResourceJson>, ProblemHttpResult>> FindAsync(Guid id, ClaimsPrincipal user, MemoAttachments attachments, CancellationToken cancellationToken) =>
        await attachments.FindAsync(user.UserId(), id, cancellationToken) is { } file
            ? TypedResults.Ok(ResourceJson.Of(file.MemoId, new MemoFile(file.Id, file.Filename, file.ResourceType, file.MimeType, file.FileSize)))
            : ApiProblem.NotFound();

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, ClaimsPrincipal user, MemoAttachments attachments, CancellationToken cancellationToken) =>
        await attachments.DeleteAsync(user.UserId(), id, cancellationToken) ? TypedResults.NoContent() : ApiProblem.NotFound();

    private static async Task<IResult> ReadAsync(
        Guid id, HttpContext http, MemoAttachments attachments, FileStore store, FilesFolder folder, CancellationToken cancellationToken)
    {
        var userId = http.User.UserId();
        return await attachments.FindAsync(userId, id, cancellationToken) is not null && await store.FindAsync(userId, id, cancellationToken) is { } file
            ? FileAnswer.Send(http.Response, file, folder.FullPath(file.StoragePath), file.MimeType, "", isDownload: false)
            : ApiProblem.NotFound();
    }
}
