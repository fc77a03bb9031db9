using System.Diagnostics;
using System.Globalization;

namespace Mosaic.Data.Postgres;

/// <summary>A PostgreSQL server that runs on a cluster, as its <c>postmaster.pid</c> tells it.</summary>
internal sealed record Postmaster(int ProcessId, int Port, string SocketFolder)
{
    /// <summary>The server that runs on the cluster, or null; then a pid file that a crash left behind is removed.</summary>
    public static Postmaster? Find(string cluster)
    {
        var file = Path.Combine(cluster, "postmaster.pid");
        if (!File.Exists(file)) return null;
        var lines = File.ReadAllLines(file);
        if (lines.Length >= 5 && Number(lines[0]) is { } processId && Number(lines[3]) is { } port && Runs(processId, file))
            return new(processId, port, lines[4].Trim());
        File.Delete(file);
        return null;
    }

    /// <summary>The number may have gone to another process since: a server's working folder is its cluster, where we may see that.</summary>
    private static bool Runs(int processId, string pidFile)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            if (!process.ProcessName.StartsWith("postgres", StringComparison.Ordinal)) return false;
            return !OperatingSystem.IsLinux() || File.ReadAllText($"/proc/{processId}/cwd/postmaster.pid") == File.ReadAllText(pidFile);
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    private static int? Number(string line) => int.TryParse(line, CultureInfo.InvariantCulture, out var number) ? number : null;
}
