using System.Text.RegularExpressions;

namespace Mosaic.Tests.Architecture;

/// <summary>Documents and code say the same.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_setting_is_explained_and_every_explained_setting_exists()
    {
        var inCode = NamesIn(SourceTree.Named(".cs", "/mosaic", ".sh", ".yml").Append("mosaic").Intersect(SourceTree.Files)
            .Where(file => !file.EndsWith("Tests.cs", StringComparison.Ordinal)));
        var explained = NamesIn(["docs/configuration.md"]);
        Offences.None(inCode.Except(explained).Select(name => $"{name} is not explained"));
        Offences.None(explained.Except(inCode).Select(name => $"{name} is explained and read nowhere"));
    }

    [Fact]
    public void Every_decision_is_listed_in_the_index()
    {
        var index = SourceTree.Read("docs/adr/README.md");
        var decisions = SourceTree.Named(".md").Where(file => file.StartsWith("docs/adr/0", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)).ToList();
        Assert.NotEmpty(decisions);
        Assert.All(decisions, decision => Assert.Contains($"({decision})", index, StringComparison.Ordinal));
        Assert.Equal(decisions.Count, decisions.Select(decision => decision[..4]).Distinct().Count());
    }

    [Fact]
    public void Every_place_of_the_code_map_exists()
    {
        var places = MapRow().Matches(SourceTree.Read("AGENTS.md")).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.True(Path.Exists(Path.Combine(SourceTree.Root, place)), $"AGENTS.md names {place}, which is not there."));
    }

    [Fact]
    public void Links_between_documents_lead_somewhere() => Offences.None(
        from file in SourceTree.Named(".md")
        from Match link in Link().Matches(SourceTree.Read(file))
        let target = Path.Combine(SourceTree.Root, Path.GetDirectoryName(file) ?? "", link.Groups[1].Value)
        where !Path.Exists(target)
        select $"{file} → {link.Groups[1].Value}");

    private static SortedSet<string> NamesIn(IEnumerable<string> files) =>
        new(files.SelectMany(file => Setting().Matches(SourceTree.Read(file))).Select(match => match.Value), StringComparer.Ordinal);

    [GeneratedRegex(@"\bMOSAIC_[A-Z_]*[A-Z]\b")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex MapRow();

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
