using System.Globalization;
using System.Text;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>A table as sentences a reader understands without the table: each cell beside the name of its column.</summary>
internal static class CsvText
{
    private const int RowsAPart = 20, MostCells = 1_000;

    public static void Read(string text, PartList parts, CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? names = null;
        var rows = new StringBuilder();
        int first = 0, last = 0, count = 0;
        foreach (var (number, cells) in CsvTable.Rows(text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (cells.Count > MostCells) throw new DocumentRefusal("This table has more than 1,000 columns. Split it, and import the pieces.");
            if (names is null)
            {
                names = IsHeader(cells) ? cells : [];
                if (names.Count > 0) continue;
            }
            if (count == 0) first = number;
            last = number;
            rows.Append(Row(names, cells)).Append('\n');
            if (rows.Length > DocumentLimits.MaxText) throw new DocumentRefusal(DocumentRefusal.TooLong);
            if (++count < RowsAPart) continue;
            parts.Add(Place(first, last), rows.ToString());
            rows.Clear();
            count = 0;
        }
        if (count > 0) parts.Add(Place(first, last), rows.ToString());
        else if (parts.Parts.Count == 0 && names is { Count: > 0 }) parts.Add(Place(1, 1), string.Join("; ", names));
    }

    private static string Place(int first, int last) => first == last
        ? string.Create(CultureInfo.InvariantCulture, $"row {first}")
        : string.Create(CultureInfo.InvariantCulture, $"row {first}–{last}");

    // Names of columns are there, different, and no numbers.
    private static bool IsHeader(IReadOnlyList<string> cells) =>
        cells.All(cell => cell.Length > 0 && !double.TryParse(cell, NumberStyles.Any, CultureInfo.InvariantCulture, out _))
        && cells.Distinct(StringComparer.OrdinalIgnoreCase).Count() == cells.Count;

    private static string Row(IReadOnlyList<string> names, IReadOnlyList<string> cells) => string.Join("; ", cells
        .Select((cell, at) => (Cell: cell.ReplaceLineEndings(" "), Name: at < names.Count ? names[at].ReplaceLineEndings(" ") : string.Create(CultureInfo.InvariantCulture, $"column {at + 1}")))
        .Where(pair => pair.Cell.Length > 0)
        .Select(pair => $"{pair.Name}: {pair.Cell}"));
}
