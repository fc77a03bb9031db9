using System.Text.RegularExpressions;

namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>The words by which a link names a memo: its first line without marks.</summary>
public static partial class MemoLabel
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 60;

    /// <summary>The first line that says something, free of what would end the link.</summary>
    public static string Of(string content)
    {
        foreach (var line in content.EnumerateLines())
        {
            var label = Marks().Replace(line.ToString(), " ");
            label = Spaces().Replace(label, " ").Trim();
            if (label.Length == 0) continue;
            return label.Length <= MaxLength ? label : Cut(label);
        }

        return "Memo";
    }

    private static string Cut(string label)
    {
        var end = char.IsHighSurrogate(label[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1;
        return label[..end].TrimEnd() + "…";
    }

    [GeneratedRegex(@"^\s*(?:#{1,6}\s|>\s?|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s)?)|[*`|\[\]<>~]+", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
