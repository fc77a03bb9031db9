using System.Text;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Plain text as Markdown that means nothing but this text.</summary>
internal static class LiteralMarkdown
{
    private const string Anywhere = "\\`*_[]<>#~|&^=+$";

    /// <param name="line">One line. Signs that are harmless where they stand stay bare, so that it reads well under edit.</param>
    public static string Of(string line)
    {
        var written = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            if (Anywhere.Contains(line[i]) || BeginsItem(line, i) || JoinsAddress(line, i)) written.Append('\\');
            written.Append(line[i]);
        }
        return written.ToString();
    }

    private static bool BeginsItem(string line, int place) => line[place] switch
    {
        '-' => place == 0,
        '.' or ')' => place > 0 && line.AsSpan(0, place).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };

    // Of a bare address such as https://, mailto: or www. a link would be made.
    private static bool JoinsAddress(string line, int place) => line[place] switch
    {
        ':' => place > 0 && char.IsLetter(line[place - 1]) && place + 1 < line.Length && !char.IsWhiteSpace(line[place + 1]),
        '.' => line.AsSpan(0, place).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
