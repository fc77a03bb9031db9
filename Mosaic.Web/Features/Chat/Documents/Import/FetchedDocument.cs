namespace Mosaic.Web.Features.Chat.Documents.Import;

/// <summary>The bytes of a document, and what is said about them.</summary>
/// <param name="Bytes">From the beginning.</param>
/// <param name="Name">The file's name, or the last part of the address.</param>
/// <param name="MimeType">As it was told.</param>
/// <param name="Length">In bytes.</param>
internal sealed record FetchedDocument(Stream Bytes, string Name, string? MimeType, long Length) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Bytes.DisposeAsync();
}
