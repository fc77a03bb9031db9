namespace Mosaic.Data.Postgres;

/// <summary>Makes the cluster's folder and its first content.</summary>
internal static class ClusterMaker
{
    public const string Owner = "mosaic";

    /// <summary>Makes the data directory and sees that it can be written.</summary>
    /// <exception cref="DatabaseTroubleException">It cannot.</exception>
    public static void MakeDataDirectory(ClusterPlace place)
    {
        try
        {
            // Others may pass through to what is theirs (the postgres user to its cluster), and list nothing.
            if (!Directory.Exists(place.DataDirectory)) MakeFolder(place.DataDirectory, "711");
            using var probe = new FileStream(Path.Combine(place.DataDirectory, ".writable"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new DatabaseTroubleException(
                $"The data directory {place.DataDirectory} cannot be written: give it to {Environment.UserName}, or name another one in MOSAIC_DATA.", exception);
        }
    }

    /// <summary>Initialises next to the final folder and renames, so that a killed initdb leaves nothing that looks like a cluster.</summary>
    public static async Task MakeAsync(ClusterPlace place, PostgresInstallation postgres, bool durable, CancellationToken cancellationToken)
    {
        if (File.Exists(place.LocationFile))
            throw new DatabaseTroubleException(
                $"{place.LocationFile} names {place.Cluster}, where no database is: bring that folder back, or delete the file to begin with an empty database.");
        var folder = await ChooseFolderAsync(place, cancellationToken);
        var unfinished = folder + ".new";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        await MakeOwnedFolderAsync(unfinished, cancellationToken);
        var locale = OperatingSystem.IsMacOS() ? "C" : "C.UTF-8";
        // The socket lies in a folder only its owner (and root) can enter; over the network nobody gets in until a password is set.
        string[] arguments =
        [
            "-D", unfinished, "-U", Owner, "--encoding=UTF8", $"--locale={locale}", "--auth-local=trust", "--auth-host=scram-sha-256",
            "--data-checksums", .. durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var made = await PostgresProgram.RunAsOwnerAsync(postgres.Program("initdb"), arguments, cancellationToken);
        if (!made.Succeeded)
            throw new DatabaseTroubleException($"PostgreSQL could not make a database in {folder} ({made.Complaint}): name another folder in MOSAIC_DATA.");
        Directory.Move(unfinished, folder);
        if (folder != place.Cluster) await File.WriteAllTextAsync(place.LocationFile, folder + Environment.NewLine, cancellationToken);
    }

    /// <summary>A folder of mode 700 that belongs to whoever runs PostgreSQL.</summary>
    public static async Task MakeOwnedFolderAsync(string folder, CancellationToken cancellationToken)
    {
        MakeFolder(folder, "700");
        // One that was there before may have been open to others.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("700", 8));
        if (!Environment.IsPrivilegedProcess) return;
        var given = await PostgresProgram.RunAsync("chown", [PostgresProgram.RootRunsAs, folder], cancellationToken);
        if (!given.Succeeded)
            throw new DatabaseTroubleException("PostgreSQL does not run as root and there is no user called postgres: install PostgreSQL from the system's packages, "
                + "or run Mosaic as an ordinary user.");
    }

    /// <summary>Root's PostgreSQL runs as another user, which may not be able to enter the data directory.</summary>
    private static async Task<string> ChooseFolderAsync(ClusterPlace place, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess) return place.Cluster;
        var entered = await PostgresProgram.RunAsOwnerAsync("test", ["-x", place.DataDirectory], cancellationToken);
        if (entered.Succeeded) return place.Cluster;
        var folder = place.NewFolderElsewhere();
        MakeFolder(Path.GetDirectoryName(folder)!, "755");
        return folder;
    }

    private static void MakeFolder(string folder, string mode)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, (UnixFileMode)Convert.ToInt32(mode, 8));
    }
}
