using System.Text.RegularExpressions;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>JSON whose strings can all be read: escapes of NUL and of halves of characters become U+FFFD.</summary>
internal static partial class SoundJson
{
    public static string Of(string json) =>
        json.Contains("\\ud", StringComparison.OrdinalIgnoreCase) || json.Contains("\\u0000", StringComparison.Ordinal)
            ? Escape().Replace(json, match => match.Groups["bad"].Success ? "\\uFFFD" : match.Value)
            : json;

    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<bad>u0000|u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
