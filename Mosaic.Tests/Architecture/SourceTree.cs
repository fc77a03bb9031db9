namespace Mosaic.Tests.Architecture;

/// <summary>The files of the house as they lie in the clone, without what builds and runs leave there and what others wrote.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> LeftByWork = [".git", "bin", "obj", "artifacts", "data", "TestResults", "node_modules", ".vs", ".idea", "wwwroot", "vendor"];
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".woff2", ".zip", ".pdf"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths relative to the root, with <c>/</c>.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Walk(new DirectoryInfo(Root)).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Named(params string[] endings) =>
        Files.Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    public static IEnumerable<string> Texts => Files.Where(file => !Pictures.Contains(Path.GetExtension(file)));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo directory) => directory.EnumerateFiles()
        .Where(file => !file.Name.EndsWith(".local.props", StringComparison.Ordinal) && file.Name != ".git")
        .Concat(directory.EnumerateDirectories().Where(child => !LeftByWork.Contains(child.Name)).SelectMany(Walk));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Mosaic.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException("These tests run inside a clone.");
        return directory.FullName;
    }
}
