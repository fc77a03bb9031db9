namespace Mosaic.Web.Platform.Files;

/// <summary>What the bytes of a file are.</summary>
/// <param name="ResourceType">One of <see cref="Data.Memos.ResourceType"/>.</param>
/// <param name="MimeType">Never one that a browser would run.</param>
public readonly record struct FileKind(string ResourceType, string MimeType)
{
    public static FileKind Unknown { get; } = new(Data.Memos.ResourceType.File, "application/octet-stream");

    /// <summary>Whether a browser may show it in its own window: pictures, sound and film that carry no script.</summary>
    public static bool IsInline(string mimeType) => mimeType is
        "image/png" or "image/jpeg" or "image/gif" or "image/webp" or "image/avif"
        or "audio/mpeg" or "audio/ogg" or "audio/wav" or "audio/flac" or "audio/mp4" or "audio/aac"
        or "video/mp4" or "video/webm" or "video/ogg" or "video/quicktime";
}
