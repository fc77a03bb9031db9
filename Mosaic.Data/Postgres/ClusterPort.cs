using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Mosaic.Data.Postgres;

/// <summary>The loopback port of a cluster: kept from start to start, changed when somebody else has taken it meanwhile.</summary>
internal static class ClusterPort
{
    /// <exception cref="DatabaseTroubleException">The port file holds something else than a port.</exception>
    public static int Keep(string file)
    {
        var port = File.Exists(file) ? Parse(file, File.ReadAllText(file)) : 0;
        var free = Free(port) ?? Free(0)!.Value;
        if (free != port) File.WriteAllText(file, free.ToString(CultureInfo.InvariantCulture) + Environment.NewLine);
        return free;
    }

    private static int Parse(string file, string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var port) && port is >= 1024 and <= 65535
            ? port
            : throw new DatabaseTroubleException($"{file} must hold one number from 1024 to 65535: delete the file and start again.");

    private static int? Free(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
