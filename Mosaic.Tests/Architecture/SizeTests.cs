namespace Mosaic.Tests.Architecture;

/// <summary>A file is one idea; long ones are most often two.</summary>
public sealed class SizeTests
{
    [Fact]
    public void No_file_of_code_is_longer_than_350_lines() => Offences.None(LongerThan(350, ".cs"));

    [Fact]
    public void Thought_beside_a_page_stays_within_300_lines() => Offences.None(LongerThan(300, ".razor.cs"));

    [Fact]
    public void Markup_stays_within_200_lines_and_nearly_always_within_120()
    {
        Offences.None(LongerThan(200, ".razor"));
        var lengths = Lengths(".razor");
        Assert.InRange(lengths[(int)Math.Ceiling(lengths.Length * 0.95) - 1], 1, 120);
    }

    [Fact]
    public void Half_of_all_files_are_read_at_a_glance()
    {
        var lengths = Lengths(".cs");
        Assert.InRange(lengths[lengths.Length / 2], 1, 50);
    }

    private static int[] Lengths(string ending) => [.. SourceTree.Named(ending).Select(file => SourceTree.Lines(file).Length).Order()];

    private static IEnumerable<string> LongerThan(int most, string ending) =>
        from file in SourceTree.Named(ending)
        let length = SourceTree.Lines(file).Length
        where length > most
        select $"{file} has {length} lines";
}
