using Mosaic.Web.Platform.Configuration;

namespace Mosaic.Web.Platform.Files;

/// <summary>Where the bytes lie: <c>files/&lt;person&gt;/&lt;aa&gt;/&lt;sha256&gt;</c> under the data directory, unfinished ones in <c>files/tmp</c>.</summary>
public sealed class FilesFolder(MosaicOptions options)
{
    private const string PreviewEnding = ".preview";

    public string Root { get; } = Path.Combine(options.DataDirectory, "files");

    private string Temporary => Path.Combine(Root, "tmp");

    /// <summary>Lets tests make writing fail as a full disk does.</summary>
    internal Func<FileStream, Stream> Wrap { get; set; } = stream => stream;

    /// <summary>A new unfinished file, open for writing.</summary>
    public Stream CreateTemporary(out string path)
    {
        // Nobody else on this machine looks into it.
        if (!OperatingSystem.IsWindows()) Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateDirectory(Temporary);
        path = Path.Combine(Temporary, Guid.CreateVersion7().ToString("N"));
        return Wrap(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16, FileOptions.Asynchronous));
    }

    /// <summary>The path of a person's bytes relative to <see cref="Root"/>; what a row remembers.</summary>
    public static string PathOf(Guid userId, ReadOnlySpan<byte> sha256)
    {
        var name = Convert.ToHexStringLower(sha256);
        return $"{userId:D}/{name[..2]}/{name}";
    }

    /// <summary>Where a remembered path is on this machine.</summary>
    public string FullPath(string storagePath) => Path.Combine(Root, storagePath);

    public string PreviewPath(string storagePath) => FullPath(storagePath) + PreviewEnding;

    /// <summary>Makes a finished file out of an unfinished one in one step, over any that is there.</summary>
    public static void Finish(string temporary, string fullPath)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
        File.Move(temporary, fullPath, overwrite: true);
    }

    /// <summary>Removes the bytes and their preview. Nothing happens when they are gone already.</summary>
    public void Delete(string storagePath)
    {
        DeleteFile(FullPath(storagePath));
        DeleteFile(PreviewPath(storagePath));
    }

    /// <summary>Removes a file; one whose folder never came to be is as good as removed.</summary>
    public static void DeleteFile(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }

    /// <summary>The stored bytes of everybody, as remembered paths; previews aside.</summary>
    public IEnumerable<(Guid UserId, string StoragePath)> All() => People().SelectMany(All, (userId, path) => (userId, path));

    /// <summary>The stored bytes of one person.</summary>
    public IEnumerable<string> All(Guid userId)
    {
        var own = Path.Combine(Root, userId.ToString("D"));
        return !Directory.Exists(own) ? [] : Directory.EnumerateFiles(own, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(PreviewEnding, StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));
    }

    /// <summary>Unfinished files that nobody has written to since.</summary>
    public IEnumerable<string> LeftBehind(DateTimeOffset since) => Directory.Exists(Temporary)
        ? Directory.EnumerateFiles(Temporary).Where(path => File.GetLastWriteTimeUtc(path) < since.UtcDateTime)
        : [];

    private IEnumerable<Guid> People() => Directory.Exists(Root)
        ? Directory.EnumerateDirectories(Root).Select(path => Guid.TryParseExact(Path.GetFileName(path), "D", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)
        : [];
}
