using System.Text;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Takes out of a page what nobody reads and what looks like elements without being any: scripts, styles and comments.</summary>
internal static class HtmlScripts
{
    private static readonly (string Start, string End)[] Unread = [("<script", "</script"), ("<style", "</style"), ("<!--", "-->")];

    public static string Without(string html)
    {
        var kept = new StringBuilder(html.Length);
        var isUnclosed = new bool[Unread.Length];
        var from = 0;
        for (var at = html.IndexOf('<'); at >= 0; at = at < html.Length ? html.IndexOf('<', at) : -1)
        {
            var kind = Array.FindIndex(Unread, pair => string.Compare(html, at, pair.Start, 0, pair.Start.Length, StringComparison.OrdinalIgnoreCase) == 0);
            // What is never closed is looked for once only, so that many of it cost no more than one.
            var end = kind < 0 || isUnclosed[kind] ? -1 : html.IndexOf(Unread[kind].End, at + Unread[kind].Start.Length, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                if (kind >= 0) isUnclosed[kind] = true;
                at++;
                continue;
            }
            kept.Append(html, from, at - from).Append(' ');
            var close = html.IndexOf('>', end);
            at = from = close < 0 ? html.Length : close + 1;
        }
        return kept.Append(html, from, html.Length - from).ToString();
    }
}
