using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Mosaic.Web.Platform.Files;

/// <summary>The bytes of a file as an answer: by range, with a tag, and never able to act as a page of ours.</summary>
internal static class FileAnswer
{
    // The bytes behind an id never change, except that a preview may come later: the tag tells them apart.
    public static Results<PhysicalFileHttpResult, NotFound> Send(
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
