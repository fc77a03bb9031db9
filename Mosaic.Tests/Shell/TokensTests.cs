using System.Globalization;
using System.Text.RegularExpressions;
using Mosaic.Tests.Architecture;

namespace Mosaic.Tests.Shell;

/// <summary>Reads tokens.css and computes WCAG 2.2 contrast (relative luminance, success criteria 1.4.3 and 1.4.11) for the pairs the css uses.</summary>
public sealed partial class TokensTests
{
    private static readonly string Css = SourceTree.Read("wwwroot-assets/css/tokens.css");

    [Theory]
    [InlineData("ink", "bg surface surface-2 sunken accent-soft attention-soft danger-soft ok-soft")]
    [InlineData("ink-2", "bg surface surface-2 sunken accent-soft")]
    [InlineData("ink-3", "bg surface surface-2 sunken")]
    [InlineData("accent", "bg surface surface-2 sunken accent-soft")]
    [InlineData("attention", "bg surface attention-soft")]
    [InlineData("danger", "bg surface surface-2 sunken danger-soft")]
    [InlineData("ok", "bg surface ok-soft")]
    [InlineData("accent-ink", "accent accent-hover")]
    [InlineData("danger-ink", "danger danger-hover")]
    [InlineData("bg", "ink")]
    [InlineData("face-ink", "face-1 face-2 face-3 face-4 face-5 face-6")]
    public void Text_keeps_four_and_a_half_to_one_on_each_ground(string text, string grounds) => AssertContrast(text, grounds, 4.5);

    [Theory]
    [InlineData("focus", "bg surface accent-soft")]
    [InlineData("line-field", "bg surface")]
    public void What_shows_focus_or_the_edge_of_a_field_keeps_three_to_one(string edge, string grounds) => AssertContrast(edge, grounds, 3);

    private static void AssertContrast(string front, string grounds, double least)
    {
        foreach (var ground in grounds.Split(' '))
        {
            foreach (var (theme, index) in new[] { ("light", 0), ("dark", 1) })
            {
                var ratio = Contrast(ColourOf(front)[index], ColourOf(ground)[index]);
                Assert.True(ratio >= least, $"{front} on {ground} in {theme}: {ratio:0.00}");
            }
        }
    }

    private static string[] ColourOf(string token)
    {
        var value = Regex.Match(Css, $@"--m-{Regex.Escape(token)}:\s*([^;]+);").Groups[1].Value;
        var colours = Hex().Matches(value).Select(match => match.Value).ToArray();
        return colours.Length switch { 1 => [colours[0], colours[0]], 2 => colours, _ => throw new InvalidDataException($"{token}: {value}") };
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }

    [GeneratedRegex("#[0-9a-f]{6}")]
    private static partial Regex Hex();
}
