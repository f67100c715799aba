using System.Net;
using System.Net.Sockets;

namespace CustomerTouchpoints.Http.Wires;

/// <summary>
/// Which addresses belong to the public internet, by IANA's registers of special addresses. Pure. What carries an IPv4 address within is
/// judged by that one.
/// </summary>
internal static class PublicAddress
{
    private const int Ipv4Length = 4;

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    private static readonly (IPNetwork Network, string What)[] Special =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "of this network"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "of a carrier's own network"),
        (IPNetwork.Parse("127.0.0.0/8"), "this machine's own"),
        (IPNetwork.Parse("168.63.129.16/32"), "a cloud's own"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "reserved for protocols"),
        (IPNetwork.Parse("192.0.2.0/24"), "reserved for documentation"),
        (IPNetwork.Parse("192.31.196.0/24"), "reserved for protocols"),
        (IPNetwork.Parse("192.52.193.0/24"), "reserved for protocols"),
        (IPNetwork.Parse("192.88.99.0/24"), "of a 6to4 relay"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("192.175.48.0/24"), "reserved for protocols"),
        (IPNetwork.Parse("198.18.0.0/15"), "reserved for benchmarks"),
        (IPNetwork.Parse("198.51.100.0/24"), "reserved for documentation"),
        (IPNetwork.Parse("203.0.113.0/24"), "reserved for documentation"),
        (IPNetwork.Parse("224.0.0.0/4"), "a multicast one"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved"),
        (IPNetwork.Parse("::/128"), "of this network"),
        (IPNetwork.Parse("::1/128"), "this machine's own"),
        (IPNetwork.Parse("64:ff9b:1::/48"), "a local translation"),
        (IPNetwork.Parse("2001::/32"), "a Teredo one"),
        (IPNetwork.Parse("2001::/23"), "reserved for protocols"),
        (IPNetwork.Parse("2001:db8::/32"), "reserved for documentation"),
        (IPNetwork.Parse("2002::/16"), "a 6to4 one"),
        (IPNetwork.Parse("2620:4f:8000::/48"), "reserved for protocols"),
        (IPNetwork.Parse("3fff::/20"), "reserved for documentation"),
        (IPNetwork.Parse("fc00::/7"), "private"),
        (IPNetwork.Parse("fe80::/10"), "link-local"),
        (IPNetwork.Parse("fec0::/10"), "private"),
        (IPNetwork.Parse("ff00::/8"), "a multicast one"),
    ];

    /// <summary>What an address is, if it is not of the public internet; null if it is.</summary>
    public static string? WhyNot(IPAddress address)
    {
        IPAddress plain = Plain(address);
        foreach ((IPNetwork network, string what) in Special)
        {
            if (network.Contains(plain))
            {
                return what;
            }
        }

        if (plain.AddressFamily is AddressFamily.InterNetwork)
        {
            return null;
        }

        // A network that speaks IPv6 alone reaches the public IPv4 internet so.
        byte[] bytes = plain.GetAddressBytes();
        if (Nat64.Contains(plain))
        {
            return WhyNot(LastOf(bytes));
        }

        // ISATAP: an IPv4 address after 0:5efe or 200:5efe in the lower half.
        return !GlobalUnicast.Contains(plain) ? "not of the public internet"
            : bytes.AsSpan(9, 3).SequenceEqual<byte>([0, 0x5e, 0xfe]) && bytes[8] is 0 or 2 ? WhyNot(LastOf(bytes))
            : null;
    }

    /// <summary>The address without its scope; an IPv4 address as one, where it is written as IPv6.</summary>
    public static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily is AddressFamily.InterNetworkV6 ? new IPAddress(address.GetAddressBytes())
        : address;

    private static IPAddress LastOf(byte[] bytes) => new(bytes.AsSpan(bytes.Length - Ipv4Length));
}
