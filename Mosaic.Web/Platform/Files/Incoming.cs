namespace Mosaic.Web.Platform.Files;

/// <summary>A file that has arrived whole and lies in the temporary folder, not yet anybody's.</summary>
internal sealed record Incoming(string Path, long Length, byte[] Sha256, FileKind Kind, PictureSize? Size);
