using System.Security.Cryptography;
using System.Text;

namespace Mosaic.Data.Postgres;

/// <summary>Where a data directory keeps its private cluster, and the small files about it.</summary>
internal sealed class ClusterPlace(string dataDirectory)
{
    private const int LongestSocketFolder = 90;

    public string DataDirectory { get; } = Path.GetFullPath(dataDirectory);

    /// <summary>Written when the cluster could not live in the data directory; holds its folder.</summary>
    public string LocationFile => Path.Combine(DataDirectory, "postgres.location");

    public string PortFile => Path.Combine(DataDirectory, "postgres.port");

    /// <summary>Held alone while the cluster is started or stopped.</summary>
    public string LockFile => Path.Combine(DataDirectory, "postgres.lock");

    /// <summary>Held together by every process that uses the cluster; the last one out stops it.</summary>
    public string UsersFile => Path.Combine(DataDirectory, "postgres.users");

    public string Cluster => File.Exists(LocationFile) ? File.ReadAllText(LocationFile).Trim() : Path.Combine(DataDirectory, "postgres");

    public string LogFile => Path.Combine(Cluster, "server.log");

    /// <summary>The system refuses longer socket paths than about 100 bytes, so a deep cluster has its socket in a short folder.</summary>
    public string SocketFolder => Encoding.UTF8.GetByteCount(Cluster) <= LongestSocketFolder
        ? Cluster
        : Path.Combine("/tmp", $"mosaic-{Hash}");

    public int? Major => File.Exists(Path.Combine(Cluster, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")), System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>For when the postgres user cannot enter the data directory. Never one that was used before: its memos may be somebody's.</summary>
    public string NewFolderElsewhere() => $"/var/lib/mosaic/{Hash}-{Guid.NewGuid():N}"[..36] + "/postgres";

    private string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DataDirectory)))[..12];
}
