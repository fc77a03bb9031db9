using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Platform.Files;

/// <summary>Files over HTTP: <c>/files</c>. Everybody sees their own; the rest is 404.</summary>
public static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/files").RequireAuthorization();
        files.MapPost("/", UploadEndpoint.UploadAsync).RequireRateLimiting(RateLimits.RateLimits.Uploads);
        files.MapPut("/{id:guid}/preview", UploadEndpoint.UploadPreviewAsync).RequireRateLimiting(RateLimits.RateLimits.Uploads);
        files.MapMethods("/{id:guid}", ["GET", "HEAD"], GetAsync);
        files.MapMethods("/{id:guid}/preview", ["GET", "HEAD"], GetPreviewAsync);
        files.MapDelete("/{id:guid}", DeleteAsync);
    }

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> GetAsync(
        Guid id, HttpContext context, FileStore store, FilesFolder folder, CancellationToken cancellationToken) =>
        await store.FindAsync(context.User.UserId(), id, cancellationToken) is { } file
            ? FileAnswer.Send(context.Response, file, folder.FullPath(file.StoragePath), file.MimeType, "", context.Request.Query.ContainsKey("download"))
            : TypedResults.NotFound();

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> GetPreviewAsync(
        Guid id, HttpContext context, FileStore store, FilesFolder folder, PreviewStore previews, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(context.User.UserId(), id, cancellationToken) is not { } file) return TypedResults.NotFound();
        return previews.Find(file) is { } preview
            ? FileAnswer.Send(context.Response, file, preview.Path, preview.MimeType, "-preview", isDownload: false)
            : FileAnswer.Send(context.Response, file, folder.FullPath(file.StoragePath), file.MimeType, "", isDownload: false);
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(Guid id, ClaimsPrincipal user, FileCleaner cleaner, CancellationToken cancellationToken) =>
        await cleaner.DeleteUnclaimedAsync(user.UserId(), id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
}
