using System.Globalization;
using System.Text;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos;

/// <summary>What a memo may be.</summary>
public static class MemoRules
{
    /// <summary>The sentence that refuses this content, or null.</summary>
    public static string? RefuseContent(string content, bool hasFiles)
    {
        if (string.IsNullOrWhiteSpace(content) && !hasFiles) return "There is nothing to save yet. Write something or attach a file.";
        var over = content.Length - Memo.MaxLength;
        return over <= 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"This text is {over:N0} {(over == 1 ? "character" : "characters")} over the limit of {Memo.MaxLength:N0}. Nothing is lost; shorten it and save again.");
    }

    /// <summary>The sentence that refuses a time or day that nobody can have lived, or null.</summary>
    public static string? RefuseTimes(DateTimeOffset? written, DateOnly? diaryDate) =>
        written is { Year: < 1900 } || diaryDate is { Year: < 1900 or > 2999 } ? "Days are kept from 1900 to 2999. Correct the date and save again." : null;

    /// <summary>The text as it is kept: one kind of line end, and nothing the database cannot hold (NUL, half surrogates).</summary>
    public static string CleanContent(string content)
    {
        var clean = new StringBuilder(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '\r')
            {
                clean.Append('\n');
                if (i + 1 < content.Length && content[i + 1] == '\n') i++;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < content.Length && char.IsLowSurrogate(content[i + 1]))
            {
                clean.Append(c).Append(content[++i]);
            }
            else
            {
                clean.Append(c == '\0' || char.IsSurrogate(c) ? '\uFFFD' : c);
            }
        }
        return clean.ToString();
    }
}
