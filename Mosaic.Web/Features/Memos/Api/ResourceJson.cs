using Mosaic.Data.Memos;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Memos.Api;

/// <summary>A file as programs see it. <c>fileSize</c> is in bytes; <c>url</c> leads to them.</summary>
internal sealed record ResourceJson(Guid Id, Guid? MemoId, string Filename, string ResourceType, string MimeType, long FileSize, string Url)
{
    public static readonly ResourceJson Example = Of(null, new MemoFile(new("01936b2e-7c1a-7d3e-9f00-3c5b2a1d4e04"), "hive.jpg", "image", "image/jpeg", 48_213));

    public static ResourceJson Of(Guid? memoId, MemoFile file) =>
        new(file.Id, memoId, file.Filename, file.ResourceType, file.MimeType, file.FileSize, $"{ApiRoutes.Prefix}/resources/{file.Id}/content");
}
