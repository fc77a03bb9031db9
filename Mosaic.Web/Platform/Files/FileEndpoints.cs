using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
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
            ? Send(context.Response, file, folder.FullPath(file.StoragePath), file.MimeType, "", context.Request.Query.ContainsKey("download"))
            : TypedResults.NotFound();

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> GetPreviewAsync(
        Guid id, HttpContext context, FileStore store, FilesFolder folder, PreviewStore previews, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(context.User.UserId(), id, cancellationToken) is not { } file) return TypedResults.NotFound();
        return previews.Find(file) is { } preview
            ? Send(context.Response, file, preview.Path, preview.MimeType, "-preview", isDownload: false)
            : Send(context.Response, file, folder.FullPath(file.StoragePath), file.MimeType, "", isDownload: false);
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(Guid id, ClaimsPrincipal user, FileCleaner cleaner, CancellationToken cancellationToken) =>
        await cleaner.DeleteUnclaimedAsync(user.UserId(), id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();

    // The bytes behind an id never change, except that a preview may come later: the tag tells them apart.
    private static Results<PhysicalFileHttpResult, NotFound> Send(
        HttpResponse response, StoredFile file, string path, string mimeType, string tagEnding, bool isDownload)
    {
        if (!File.Exists(path)) return TypedResults.NotFound();
        var isInline = !isDownload && FileKind.IsInline(mimeType);
        response.Headers.ContentDisposition = isInline ? ContentDisposition.Inline(file.Filename) : ContentDisposition.Attachment(file.Filename);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        // Opened as a page of its own it may draw and play itself, and nothing else.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";
        return TypedResults.PhysicalFile(
            path, mimeType, lastModified: file.CreatedAt, enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(file.Sha256)}{tagEnding}\""));
    }
}
