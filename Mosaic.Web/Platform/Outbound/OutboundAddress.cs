using System.Net;

namespace Mosaic.Web.Platform.Outbound;

/// <summary>What can be told about an address before it is looked up.</summary>
internal static class OutboundAddress
{
    private static readonly string[] LocalEndings = [".local", ".localhost", ".internal", ".intranet", ".home", ".lan", ".corp", ".home.arpa", ".in-addr.arpa", ".ip6.arpa", ".onion"];

    /// <exception cref="OutboundRefusedException">It is none that a stranger may name.</exception>
    public static void Check(Uri uri)
    {
        if (!uri.IsAbsoluteUri || uri.Scheme is not ("http" or "https")) throw new OutboundRefusedException("Only web addresses that begin with http or https can be opened.");
        if (uri.UserInfo.Length > 0) throw new OutboundRefusedException("The address carries a name or password, which is not passed on.");
        if (uri.Port is not (80 or 443 or 8080 or 8443)) throw new OutboundRefusedException("The address names a port that is not used for the web.");
        var host = uri.IdnHost.TrimEnd('.');
        if (IPAddress.TryParse(host, out var address) ? !PublicAddresses.Has(address) : !IsPublicName(host))
            throw new OutboundRefusedException("The address does not lead to the open internet.");
    }

    private static bool IsPublicName(string host) =>
        host.Contains('.') && !LocalEndings.Any(ending => host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
