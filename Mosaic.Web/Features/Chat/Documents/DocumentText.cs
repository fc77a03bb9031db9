namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Reads the text of a document that somebody gave to a bot. Any bytes may come: what cannot be read is refused in a sentence.</summary>
public sealed class DocumentText
{
    /// <summary>How far reading the file is of the whole, 0 to 1; the rest is understanding it.</summary>
    private const double ReadShare = 0.5;

    private readonly IProgramLocator _programs;
    private readonly PdfLimits _limits;

    public DocumentText(IProgramLocator programs)
        : this(programs, PdfLimits.Usual)
    {
    }

    internal DocumentText(IProgramLocator programs, PdfLimits limits) => (_programs, _limits) = (programs, limits);

    /// <summary>Its kind is told by its content first, and then by its name and media type.</summary>
    /// <param name="file">Read from where it stands, at most 50 MB of it.</param>
    /// <param name="name">The file's name, as somebody's machine said it.</param>
    /// <param name="mimeType">As somebody's machine said it, if it did.</param>
    /// <param name="progress">Hears how far it is, 0 to 1, never less than before.</param>
    /// <param name="cancellationToken">Ends reading with an <see cref="OperationCanceledException"/>.</param>
    public async Task<DocumentReading> ReadAsync(Stream file, string name, string? mimeType, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            var bytes = await DocumentBytes.ReadAsync(file, DocumentLimits.MaxBytes, DocumentRefusal.TooLarge, Share(progress, 0), cancellationToken);
            if (bytes.IsEmpty) throw new DocumentRefusal(DocumentRefusal.Empty);
            progress?.Report(ReadShare);
            var parts = new PartList();
            var title = await ReadAsync(bytes, name, mimeType, parts, Share(progress, ReadShare), cancellationToken);
            if (parts.Parts.Count == 0) throw new DocumentRefusal(DocumentRefusal.NoText);
            progress?.Report(1);
            return new DocumentReading.Read(title.Length > 0 ? title : TitleOf(name), parts.Parts);
        }
        catch (DocumentRefusal refusal)
        {
            return new DocumentReading.Refused(refusal.Message);
        }
    }

    private async Task<string> ReadAsync(ReadOnlyMemory<byte> bytes, string name, string? mimeType, PartList parts, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        switch (DocumentKinds.OfBytes(bytes.Span))
        {
            case DocumentKind.Zip:
                return ReadArchive(bytes, parts, progress, cancellationToken);
            case DocumentKind.Pdf:
                await PdfText.ReadAsync(bytes, _programs, _limits, parts, cancellationToken);
                return "";
            default:
                var text = TextBytes.Decode(bytes.Span) ?? throw new DocumentRefusal(DocumentRefusal.Unknown);
                return ReadText(text, DocumentKinds.OfText(text, name, mimeType), parts, cancellationToken);
        }
    }

    private static string ReadArchive(ReadOnlyMemory<byte> bytes, PartList parts, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var archive = Archive.Open(bytes);
        if (archive.Holds(WordDocument.Main)) return WordDocument.Read(archive, parts, cancellationToken);
        return EpubPackage.IsIn(archive) ? EpubText.Read(archive, parts, progress, cancellationToken) : throw new DocumentRefusal(DocumentRefusal.Unknown);
    }

    private static string ReadText(string text, DocumentKind kind, PartList parts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (kind)
        {
            case DocumentKind.Html:
                return HtmlReading.Read(text, parts, cancellationToken);
            case DocumentKind.Markdown:
                return MarkdownSections.Read(text, parts);
            case DocumentKind.Csv:
                CsvText.Read(text, parts, cancellationToken);
                return "";
            case DocumentKind.Json:
                JsonOutline.Read(text, parts, cancellationToken);
                return "";
            case DocumentKind.Text or DocumentKind.Zip or DocumentKind.Pdf:
            default:
                parts.Add("", text);
                return "";
        }
    }

    private static string TitleOf(string name)
    {
        var file = CleanText.Line(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);
        return Path.GetFileNameWithoutExtension(file) is { Length: > 0 } title ? title : file.Length > 0 ? file : "Document";
    }

    private static PartOfProgress? Share(IProgress<double>? progress, double from) => progress is null ? null : new PartOfProgress(progress, from, ReadShare);

    private sealed class PartOfProgress(IProgress<double> whole, double from, double share) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (value * share));
    }
}
