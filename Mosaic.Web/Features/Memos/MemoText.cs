using System.Text.RegularExpressions;

namespace Mosaic.Web.Features.Memos;

/// <summary>What a text says about itself: its tags, the memos it names and its tasks.</summary>
public sealed partial record MemoText(IReadOnlyList<string> Tags, IReadOnlyList<Guid> Links, int TaskCount, int OpenTaskCount)
{
    public static MemoText Read(string content)
    {
        var tasks = Task().Matches(content);
        return new MemoText(
            [.. Tag().Matches(content).Select(match => match.Groups[1].Value.Trim('/').ToLowerInvariant()).Where(tag => tag.Length is > 0 and <= 50).Distinct()],
            [.. Link().Matches(content).Select(match => Guid.Parse(match.Groups[1].Value)).Distinct()],
            tasks.Count,
            tasks.Count(match => match.Groups[1].Value == " "));
    }

    [GeneratedRegex(@"(?<![\w&/#])#(?=[\p{N}]*[\p{L}_])([\p{L}\p{N}\p{M}_\-/]{1,50})")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\[\[([0-9a-fA-F-]{36})(?:\|[^\]\n]*)?\]\]")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d+[.)])\s+\[([ xX])\]\s", RegexOptions.Multiline)]
    private static partial Regex Task();
}
