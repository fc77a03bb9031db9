using System.Globalization;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>The text of a PDF file, a part for each page.</summary>
internal static class PdfText
{
    public const string Missing = "PDF files need the program pdftotext, which is not installed on this server. Ask who runs it to install Poppler, or save the document as .docx or .txt.";
    public const string Encrypted = "This PDF has a password. Save it without one, and import that.";
    public const string Broken = "This PDF is broken: it cannot be opened. Save it again where it was made, and import that.";
    public const string Scan = "This PDF holds pictures of pages and no text. Run it through text recognition (OCR), and import the result.";

    private const string Program = "pdftotext";

    public static async Task ReadAsync(ReadOnlyMemory<byte> file, IProgramLocator programs, PdfLimits limits, PartList parts, CancellationToken cancellationToken)
    {
        if (programs.Find(Program) is not { } program) throw new DocumentRefusal(Missing);
        var folder = Directory.CreateTempSubdirectory("mosaic-pdf-");
        try
        {
            var path = Path.Combine(folder.FullName, "document.pdf");
            await using (var input = File.Create(path)) await input.WriteAsync(file, cancellationToken);
            var (code, output, complaint) = await new PdfProgram(program, limits).RunAsync(path, cancellationToken);
            if (code != 0) throw new DocumentRefusal(IsLocked(code, complaint) ? Encrypted : Broken);
            Pages(output, parts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        if (parts.Parts.Count == 0) throw new DocumentRefusal(Scan);
    }

    // Exit code 3 is an error of permissions, by the program's manual.
    private static bool IsLocked(int code, string complaint) =>
        code == 3 || complaint.Contains("password", StringComparison.OrdinalIgnoreCase) || complaint.Contains("encrypt", StringComparison.OrdinalIgnoreCase);

    private static void Pages(string output, PartList parts)
    {
        var pages = output.Split('\f');
        for (var at = 0; at < pages.Length; at++) parts.Add(string.Create(CultureInfo.InvariantCulture, $"page {at + 1}"), pages[at]);
    }
}
