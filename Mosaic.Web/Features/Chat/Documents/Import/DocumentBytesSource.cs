using Mosaic.Data.Chat;
using Mosaic.Web.Platform.Files;
using Mosaic.Web.Platform.Outbound;

namespace Mosaic.Web.Features.Chat.Documents.Import;

/// <summary>Where the bytes of a document come from: the file as it was given, or the address, which only the guard opens.</summary>
internal sealed class DocumentBytesSource(FileStore files, OutboundClient outbound)
{
    private const string FileIsGone = "The file is not there any more: add it again.";

    private static readonly OutboundLimits Limits = new() { MaxBytes = DocumentLimits.MaxBytes, Within = TimeSpan.FromMinutes(1) };

    /// <summary>The bytes with what is said about them, or why there are none. The caller disposes the stream.</summary>
    public async Task<(FetchedDocument? Fetched, string? Refusal)> OpenAsync(ImportDocument document, CancellationToken cancellationToken) =>
        document.SourceType == DocumentSourceType.Url ? await FetchAsync(new Uri(document.SourceName), cancellationToken) : await OpenFileAsync(document, cancellationToken);

    private async Task<(FetchedDocument?, string?)> OpenFileAsync(ImportDocument document, CancellationToken cancellationToken)
    {
        if (document.ResourceId is not { } id || await files.FindAsync(document.UserId, id, cancellationToken) is not { } file) return (null, FileIsGone);
        try
        {
            return (new FetchedDocument(files.Open(file), file.Filename, file.MimeType, file.FileSize), null);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, FileIsGone);
        }
    }

    private async Task<(FetchedDocument?, string?)> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        switch (await outbound.GetAsync(address, Limits, cancellationToken))
        {
            case OutboundAnswer.Received { Status: >= (System.Net.HttpStatusCode)200 and < (System.Net.HttpStatusCode)300 } received:
                var name = Uri.UnescapeDataString(received.Address.Segments[^1].Trim('/'));
                return (new FetchedDocument(new MemoryStream(received.Body), name.Length > 0 ? name : received.Address.Host, received.MediaType, received.Body.Length), null);
            case OutboundAnswer.Received received:
                return (null, $"The other server answers with {(int)received.Status}: open the address in a browser, and add it again when it shows the text to everybody.");
            case OutboundAnswer.Refused refused:
                return (null, refused.Sentence);
            default:
                throw new InvalidOperationException("An answer that nobody told of.");
        }
    }
}
