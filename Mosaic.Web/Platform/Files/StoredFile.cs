namespace Mosaic.Web.Platform.Files;

/// <summary>A file as it is served.</summary>
public sealed record StoredFile(Guid Id, string Filename, string ResourceType, string MimeType, long FileSize, byte[] Sha256, string StoragePath, DateTimeOffset CreatedAt);
