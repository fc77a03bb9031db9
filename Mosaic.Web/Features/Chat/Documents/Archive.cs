using System.IO.Compression;

namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>
/// Reads the files of a zip archive that a stranger made. What they unpack to is counted while they are read, whatever the archive says of
/// itself.
/// </summary>
internal sealed class Archive : IDisposable
{
    public const string Broken = "This file is broken: it cannot be unpacked. Save it again where it was made, and import that.";
    public const string Bomb = "This file unpacks to more than Mosaic reads (200 MB, or 100 times its size). Make it smaller, for instance without its pictures.";
    public const string BadNames = "This file holds names that lead out of it, so Mosaic does not open it. Save it again where it was made.";
    public const string TooMany = "This file holds more than 10,000 files. Save its text as another kind of file, and import that.";
    public const string Locked = "This file has a password. Save it without one, and import that.";

    /// <summary>What is small may be packed as tightly as it likes, in bytes.</summary>
    private const long AlwaysAllowed = 1 << 20;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private readonly long _most;
    private long _unpacked;

    private Archive(ReadOnlyMemory<byte> file)
    {
        _most = Math.Min(DocumentLimits.MaxUnpacked, Math.Max(AlwaysAllowed, (long)file.Length * DocumentLimits.MaxRatio));
        _zip = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
        try
        {
            if (_zip.Entries.Count > DocumentLimits.MaxEntries) throw new DocumentRefusal(TooMany);
            var claimed = 0L;
            foreach (var entry in _zip.Entries)
            {
                if (LeadsOut(entry.FullName)) throw new DocumentRefusal(BadNames);
                claimed += Math.Max(0, entry.Length);
                if (claimed > _most) throw new DocumentRefusal(Bomb);
                _entries.TryAdd(entry.FullName, entry);
            }
        }
        catch
        {
            _zip.Dispose();
            throw;
        }
    }

    public static Archive Open(ReadOnlyMemory<byte> file)
    {
        try
        {
            return new Archive(file);
        }
        catch (Exception failed) when (failed is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw new DocumentRefusal(Broken);
        }
    }

    public bool Holds(string name) => _entries.ContainsKey(name);

    /// <summary>The bytes of a file; null where there is none of this name.</summary>
    public MemoryStream? Read(string name, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(name, out var entry)) return null;
        if (entry.IsEncrypted) throw new DocumentRefusal(Locked);
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            using var unpacking = entry.Open();
            for (int count; (count = unpacking.Read(buffer)) > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _unpacked += count;
                if (_unpacked > _most) throw new DocumentRefusal(Bomb);
                bytes.Write(buffer, 0, count);
            }
        }
        catch (Exception failed) when (failed is InvalidDataException or IOException or NotSupportedException)
        {
            throw new DocumentRefusal(Broken);
        }
        bytes.Position = 0;
        return bytes;
    }

    public void Dispose() => _zip.Dispose();

    private static bool LeadsOut(string name)
    {
        var path = name.Replace('\\', '/');
        return path.Length == 0 || path[0] == '/' || path.Contains('\0') || (path.Length > 1 && path[1] == ':') || path.Split('/').Contains("..");
    }
}
