using System.Text.RegularExpressions;

namespace Mosaic.Tests.Architecture;

/// <summary>What must stand in no file of the house. The patterns are written so that they do not find themselves.</summary>
public sealed partial class TextTests
{
    private static readonly string[] MayNameImages = ["Dockerfile", "docker-compose.yml"];

    [Fact]
    public void Nothing_is_left_for_later() => Offences.None(Finds(LeftForLater(), SourceTree.Named(".cs", ".razor", ".js", ".css", ".sql", ".sh", "/mosaic")));

    [Fact]
    public void No_test_is_skipped_in_writing() => Offences.None(Finds(Skipped(), SourceTree.Named(".cs")));

    [Fact]
    public void No_file_names_a_package_registry() => Offences.None(Finds(Registry(), SourceTree.Texts.Where(file => !MayNameImages.Contains(file))));

    [Fact]
    public void What_is_bundled_holds_no_backslash() => Offences.None(Finds(Backslash(), SourceTree.Named(".css", ".js")
        .Where(file => file.StartsWith("wwwroot-assets/css/", StringComparison.Ordinal) || file.StartsWith("wwwroot-assets/js/shell/", StringComparison.Ordinal))));

    [Fact]
    public void No_file_names_a_place_on_one_machine() => Offences.None(Finds(MachinePath(), SourceTree.Texts));

    private static IEnumerable<string> Finds(Regex offence, IEnumerable<string> files) =>
        from file in files
        from line in SourceTree.Lines(file)
        where offence.IsMatch(line)
        select $"{file}: {line.Trim()}";

    [GeneratedRegex(@"\b(?:TO[D]O|FIX[M]E|HAC[K])\b|NotImplemented[E]xception")]
    private static partial Regex LeftForLater();

    [GeneratedRegex(@"\\")]
    private static partial Regex Backslash();

    [GeneratedRegex(@"Skip\s*=\s*""|Assert\.True\(tru[e]\)")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\b(?:nuget\.or[g]|npmjs\.(?:or|co)[gm]|pypi\.or[g]|deb\.debian\.or[g]|(?:archive|security)\.ubuntu\.co[m]|registry\.[a-z0-9-]+\.[a-z]+|artifactor[y])", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();

    [GeneratedRegex(@"(?<![\w.$}])/(?:work|farm|home(?!/linuxbrew)|root|Users)/[a-z]")]
    private static partial Regex MachinePath();
}
