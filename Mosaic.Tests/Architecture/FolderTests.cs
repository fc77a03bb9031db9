namespace Mosaic.Tests.Architecture;

public sealed class FolderTests
{
    private static readonly string[] Drawers = ["Utils", "Util", "Helpers", "Helper", "Common", "Shared", "Models", "Services", "Managers", "Misc"];

    [Fact]
    public void No_folder_is_a_drawer_without_a_subject() =>
        Assert.DoesNotContain(SourceTree.Files, file => file.Split('/')[..^1].Any(folder => Drawers.Contains(folder, StringComparer.OrdinalIgnoreCase)));

    [Fact]
    public void A_slice_has_one_door()
    {
        var slices = SourceTree.Named(".cs", ".razor").Where(file => file.StartsWith("Mosaic.Web/Features/", StringComparison.Ordinal))
            .Select(file => file.Split('/')[2]).Distinct().ToList();
        Assert.NotEmpty(slices);
        Assert.All(slices, slice => Assert.Contains($"Mosaic.Web/Features/{slice}/{slice}Feature.cs", SourceTree.Files));
    }

    [Fact]
    public void Program_is_a_table_of_contents() => Assert.InRange(SourceTree.Lines("Mosaic.Web/Program.cs").Length, 1, 40);
}
