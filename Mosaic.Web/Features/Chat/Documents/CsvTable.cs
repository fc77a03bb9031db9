using System.Text;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Rows of a table out of text: RFC 4180, with any of the usual signs between cells.</summary>
internal static class CsvTable
{
    private const string Separators = ",;\t|";
    private const int LinesToJudge = 10;

    /// <summary>The rows in order, each with its cells; rows without anything are left out.</summary>
    public static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows(string text)
    {
        var separator = SeparatorOf(text);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (isQuoted, number) = (false, 1);
        for (var i = 0; i <= text.Length; i++)
        {
            var isEnd = i == text.Length;
            if (!isEnd && isQuoted)
            {
                if (text[i] != '"') cell.Append(text[i]);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else isQuoted = false;
            }
            else if (!isEnd && text[i] == '"' && cell.Length == 0) isQuoted = true;
            else if (!isEnd && text[i] != separator && text[i] is not ('\n' or '\r')) cell.Append(text[i]);
            else
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                if (!isEnd && text[i] == separator) continue;
                if (!isEnd && text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                if (cells.Exists(kept => kept.Length > 0)) yield return (number, cells);
                number++;
                cells = [];
            }
        }
    }

    // The sign that stands equally often in the first lines, and most often.
    private static char SeparatorOf(string text)
    {
        var lines = text.Split('\n', LinesToJudge + 1).Take(LinesToJudge).Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        return Separators.MaxBy(sign => lines.Count == 0 ? 0 : lines.Min(line => CountOutsideQuotes(line, sign)) * 1_000L + CountOutsideQuotes(lines[0], sign));
    }

    private static int CountOutsideQuotes(string line, char sign)
    {
        var (count, isQuoted) = (0, false);
        foreach (var letter in line)
        {
            if (letter == '"') isQuoted = !isQuoted;
            else if (letter == sign && !isQuoted) count++;
        }
        return count;
    }
}
