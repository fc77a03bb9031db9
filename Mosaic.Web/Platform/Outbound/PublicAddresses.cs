using System.Net;

namespace Mosaic.Web.Platform.Outbound;

/// <summary>Which addresses belong to the open internet. The lists follow IANA's special-purpose registries (RFC 6890 and later).</summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] SpecialV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Only 2000::/3 is given out, so loopback, link-local, unique local, multicast, mapped and NAT64 addresses fall outside by themselves.
    private static readonly IPNetwork GivenOutV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] SpecialV6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Whether a stranger may send us there.</summary>
    public static bool Has(IPAddress address) => address.AddressFamily switch
    {
        System.Net.Sockets.AddressFamily.InterNetwork => !SpecialV4.Any(network => network.Contains(address)),
        // An embedded IPv4 address would be reached by a way that was not checked.
        System.Net.Sockets.AddressFamily.InterNetworkV6 =>
            address is { ScopeId: 0, IsIPv4MappedToIPv6: false } && GivenOutV6.Contains(address) && !SpecialV6.Any(network => network.Contains(address)),
        _ => false,
    };
}
