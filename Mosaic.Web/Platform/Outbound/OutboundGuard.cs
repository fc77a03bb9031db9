using System.Net;
using System.Net.Sockets;

namespace Mosaic.Web.Platform.Outbound;

/// <summary>Opens connections only to the open internet. The address that was checked is the address that is connected to, so a name that
/// answers differently the next time gains nothing.</summary>
public sealed class OutboundGuard
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(10);

    /// <summary>Asks for the addresses of a name; tests answer themselves.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Opens a connection to an address that was checked.</summary>
    internal Func<IPEndPoint, CancellationToken, Task<Stream>> Connect { get; init; } = ConnectAsync;

    /// <summary>A handler that neither follows redirects nor keeps cookies nor asks a proxy: each would go around the check.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = async (context, cancellationToken) => await OpenAsync(context.DnsEndPoint, cancellationToken),
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = ConnectWithin,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxConnectionsPerServer = 4,
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 0,
        ResponseDrainTimeout = TimeSpan.Zero,
        ActivityHeadersPropagator = null,
    };

    private async Task<Stream> OpenAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await Resolve(target.Host, cancellationToken);
        // One address inside is reason enough: an honest name has none.
        if (addresses.Length == 0 || !addresses.All(PublicAddresses.Has)) throw new OutboundRefusedException("The address does not lead to the open internet.");
        for (var index = 0; ; index++)
        {
            try
            {
                return await Connect(new IPEndPoint(addresses[index], target.Port), cancellationToken);
            }
            catch (SocketException) when (index + 1 < Math.Min(addresses.Length, 4))
            {
                // The next address of the same name may answer.
            }
        }
    }

    private static async Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
