namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>What kinds of documents are read.</summary>
internal enum DocumentKind
{
    Text,
    Markdown,
    Csv,
    Json,
    Html,
    Zip,
    Pdf,
}
