using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Mosaic.Web.Hosting;

/// <summary>Where the app listens.</summary>
internal static class ListenAddress
{
    private const string Usual = "http://127.0.0.1:5080";

    public static void UseUsualAddress(this IWebHostBuilder host)
    {
        if (string.IsNullOrEmpty(host.GetSetting(WebHostDefaults.ServerUrlsKey)) && string.IsNullOrEmpty(host.GetSetting(WebHostDefaults.HttpPortsKey)))
            host.UseSetting(WebHostDefaults.ServerUrlsKey, Usual);
    }

    /// <summary>Asked before the database is touched; Kestrel's own failure comes later and with a stack trace.</summary>
    /// <exception cref="AddressTakenException">Somebody listens there.</exception>
    public static void RefuseTakenAddress(this WebApplication app)
    {
        // Test hosts listen nowhere.
        if (app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>() is null) return;
        foreach (var url in (app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.Port == 0) continue;
            var ip = IPAddress.TryParse(address.Host.Trim('[', ']'), out var parsed) ? parsed : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
            if (IsTaken(new IPEndPoint(ip, address.Port)))
                throw new AddressTakenException(
                    $"Port {address.Port} is taken by another program: end that one, or choose another address, as in ASPNETCORE_URLS=http://127.0.0.1:{address.Port + 1}");
        }
    }

    private static bool IsTaken(IPEndPoint address)
    {
        try
        {
            using var listener = new TcpListener(address);
            listener.Start();
            return false;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }
}
