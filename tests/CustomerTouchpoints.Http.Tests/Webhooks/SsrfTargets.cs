using System.Globalization;
using System.Net;

namespace CustomerTouchpoints.Http.Tests.Webhooks;

/// <summary>Where nobody outside may make us connect to: written in every way that URLs allow.</summary>
internal static class SsrfTargets
{
    /// <summary>Addresses of every special kind.</summary>
    public static IReadOnlyList<string> Addresses { get; } =
    [
        .. Ipv4,
        .. Ipv4.Select(address => $"::ffff:{address}"),
        .. Ipv4.Select(address => $"64:ff9b::{address}"),
        .. Ipv4.Select(address => $"2002:{Hex(address)}::1"),
        .. Ipv4.Select(address => $"2607:f8b0::5efe:{address}"),
        .. Ipv4.Take(12).Select(address => $"::{address}"),
        .. Ipv6,
    ];

    /// <summary>The same as URLs, and the ways in which an address hides in one.</summary>
    public static IReadOnlyList<string> Urls { get; } =
    [
        .. Addresses.Select(address =>
            address.Contains(':', StringComparison.Ordinal) ? $"https://[{address}]/hook" : $"https://{address}/hook"
        ),
        .. Ipv4.Where(address => !address.StartsWith("0.", StringComparison.Ordinal))
            .Select(address => $"https://0x{Hex(address).Replace(":", "", StringComparison.Ordinal)}/hook"),
        "https://2130706433/hook",
        "https://0x7f.0x0.0x0.0x1/hook",
        "https://0177.0.0.1/hook",
        "https://017700000001/hook",
        "https://127.1/hook",
        "https://127.0.1/hook",
        "https://0/hook",
        "https://2852039166/hook",
        "https://[::]:443/hook",
        "https://[0:0:0:0:0:0:0:1]/hook",
        "https://[fe80::1%25eth0]/hook",
        "https://\u2460\u2461\u2466.0.0.1/hook",
        "https://127\u30020\u30020\u30021/hook",
        "https://localhost/hook",
        "https://user@127.0.0.1/hook",
        "https://hooks.partner.example@127.0.0.1/hook",
        "http://93.184.215.14/hook",
        "ftp://93.184.215.14/hook",
        "file:///etc/passwd",
        "gopher://127.0.0.1:25/_HELO",
        "unix:///run/docker.sock",
        "javascript:alert(1)",
        "//127.0.0.1/hook",
        "127.0.0.1:443",
        "https:///hook",
        "https://",
        "https://127.0.0.1\\@hooks.partner.example/hook",
        "https://hooks.partner.example\t@127.0.0.1/hook",
        "https://127.0.0.1 .partner.example/hook",
        "https://[::ffff:7f00:1]/hook",
    ];

    private static IReadOnlyList<string> Ipv4 =>
        [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.100.100.200",
            "100.127.255.254",
            "127.0.0.1",
            "127.0.0.53",
            "127.1.2.3",
            "127.255.255.254",
            "168.63.129.16",
            "169.254.0.1",
            "169.254.169.123",
            "169.254.169.253",
            "169.254.169.254",
            "169.254.170.2",
            "172.16.0.1",
            "172.17.0.1",
            "172.20.10.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.0.170",
            "192.0.0.192",
            "192.0.2.1",
            "192.31.196.1",
            "192.52.193.1",
            "192.88.99.1",
            "192.168.0.1",
            "192.168.1.254",
            "192.168.255.255",
            "192.175.48.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "224.0.0.251",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.254",
            "255.255.255.255",
        ];

    private static IReadOnlyList<string> Ipv6 =>
        [
            "::",
            "::1",
            "::2",
            "100::1",
            "64:ff9b:1::1",
            "64:ff9b:1:7f00:0:100::",
            "2001::1",
            "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "2001:2::1",
            "2001:10::1",
            "2001:20::1",
            "2001:db8::1",
            "2002::1",
            "2620:4f:8000::1",
            "3fff::1",
            "4000::1",
            "5f00::1",
            "fc00::1",
            "fd00:ec2::254",
            "fd00:ec2::23",
            "fd20:ce::254",
            "fd12:3456:789a::1",
            "fe80::1",
            "fe80::a9fe:a9fe",
            "fec0::1",
            "ff02::1",
            "ff05::2",
            "ff0e::1",
            "8000::1",
            "e000::1",
        ];

    private static string Hex(string address)
    {
        byte[] bytes = IPAddress.Parse(address).GetAddressBytes();
        return string.Create(CultureInfo.InvariantCulture, $"{bytes[0]:x2}{bytes[1]:x2}:{bytes[2]:x2}{bytes[3]:x2}");
    }
}
