namespace Mosaic.Data.Postgres;

/// <summary>Locks between processes that the system releases when their holder dies.</summary>
internal static class FileLock
{
    /// <summary>Waits until nobody else holds the file.</summary>
    /// <exception cref="DatabaseTroubleException">Somebody held it for two minutes.</exception>
    public static async Task<FileStream> WaitAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            if (TryAlone(path) is { } held) return held;
            await Task.Delay(100, cancellationToken);
        }
        throw new DatabaseTroubleException($"Another process has held {path} for two minutes: end it, then start again.");
    }

    /// <summary>The lock, or null while anybody else holds it.</summary>
    public static FileStream? TryAlone(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    /// <summary>Held by many at once; keeps <see cref="TryAlone"/> out.</summary>
    public static FileStream Together(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
}
