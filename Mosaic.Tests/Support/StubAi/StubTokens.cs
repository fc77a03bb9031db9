using System.Text.RegularExpressions;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>A token is a word with the space behind it. Together they are the text again.</summary>
internal static partial class StubTokens
{
    public static IEnumerable<string> Of(string text) => Token().Matches(text).Select(match => match.Value);

    public static int Count(string text) => Token().Count(text);

    [GeneratedRegex(@"\S+\s*|\A\s+")]
    private static partial Regex Token();
}
