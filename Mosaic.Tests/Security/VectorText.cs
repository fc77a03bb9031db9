using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mosaic.Tests.Security;

/// <summary>Vectors are written one a line. ⏎ stands for a new line, ␉ for a tab, ␌ for a form feed, ␀ for NUL, and ⟨200B⟩ for the sign with that number.</summary>
internal static partial class VectorText
{
    public static IReadOnlyList<string> Lines(string lines) => [.. lines.Split('\n').Select(Read)];

    private static string Read(string line) => Number().Replace(
        new StringBuilder(line).Replace('⏎', '\n').Replace('␉', '\t').Replace('␌', '\f').Replace('␀', '\0').ToString(),
        match => Sign(int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));

    // Half surrogates have a number too.
    private static string Sign(int number) => number is >= 0xD800 and <= 0xDFFF ? ((char)number).ToString() : char.ConvertFromUtf32(number);

    [GeneratedRegex("⟨([0-9A-F]{2,6})⟩")]
    private static partial Regex Number();
}
