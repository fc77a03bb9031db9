using Mosaic.Data.Memos;

namespace Mosaic.Web.Platform.Files;

/// <summary>What <c>POST /files</c> answers.</summary>
public sealed record UploadedFile(Guid Id, string Filename, string ResourceType, string MimeType, long FileSize, string Url)
{
    public static UploadedFile Of(Resource resource) =>
        new(resource.Id, resource.Filename, resource.ResourceType, resource.MimeType, resource.FileSize, FileUrls.Of(resource.Id));
}
