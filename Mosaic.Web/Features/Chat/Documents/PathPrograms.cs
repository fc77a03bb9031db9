namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Finds programs as a shell does, in the folders of <c>PATH</c>.</summary>
public sealed class PathPrograms : IProgramLocator
{
    public string? Find(string program)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        string[] endings = OperatingSystem.IsWindows() ? [".exe"] : [""];
        return folders.Where(Path.IsPathFullyQualified).SelectMany(folder => endings.Select(ending => Path.Combine(folder, program + ending))).FirstOrDefault(File.Exists);
    }
}
