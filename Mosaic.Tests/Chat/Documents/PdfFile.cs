using System.Globalization;
using System.Text;

namespace Mosaic.Tests.Chat.Documents;

/// <summary>Small PDFs as real programs read them: one line of Helvetica a page, uncompressed.</summary>
internal static class PdfFile
{
    public static byte[] Of(IReadOnlyList<string> pages, bool isEncrypted = false)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {Number(pages.Count)} /Kids [{string.Join(' ', Enumerable.Range(0, pages.Count).Select(page => $"{Number(4 + (page * 2))} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        };
        foreach (var (page, line) in pages.Index())
        {
            var drawn = $"BT /F1 12 Tf 72 720 Td ({line}) Tj ET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {Number(5 + (page * 2))} 0 R >>");
            objects.Add($"<< /Length {Number(drawn.Length)} >>\nstream\n{drawn}\nendstream");
        }
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (place, one) in objects.Index())
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{place + 1} 0 obj\n{one}\nendobj\n");
        }
        var index = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) text.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        // A lock that no empty password opens: its check values fit none.
        var locked = $" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >> /ID [<00> <00>]";
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R{(isEncrypted ? locked : "")} >>\nstartxref\n{index}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
