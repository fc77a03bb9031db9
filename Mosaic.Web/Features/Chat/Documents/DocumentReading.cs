namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>What reading a file gave.</summary>
public abstract record DocumentReading
{
    private DocumentReading()
    {
    }

    /// <param name="Title">What the document calls itself, or its file name without its ending; at most 200 UTF-16 code units.</param>
    /// <param name="Parts">In order, at least one.</param>
    public sealed record Read(string Title, IReadOnlyList<DocumentPart> Parts) : DocumentReading;

    /// <summary>It cannot be read; the sentence says why and what to do.</summary>
    public sealed record Refused(string Sentence) : DocumentReading;
}
