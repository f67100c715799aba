using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CustomerTouchpoints.AspNetCore;

/// <summary>Counts requests, minute by minute. What it remembers is bounded: the keys of one minute, and only so many.</summary>
/// <remarks>Thread-safe. Around the end of a minute twice as many may pass within sixty seconds.</remarks>
internal sealed class RequestRate(int perMinute, TimeProvider time)
{
    private const int MostKeys = 100_000;

    private Minute current = new(0);

    /// <summary>Counts one request; false when it is one too many.</summary>
    public bool Allows(string key)
    {
        long number = (long)time.GetElapsedTime(0).TotalMinutes;
        Minute minute = Volatile.Read(ref current);
        if (minute.Number != number)
        {
            minute = new Minute(number);
            Volatile.Write(ref current, minute);
        }

        return (minute.Counts.Count >= MostKeys && !minute.Counts.ContainsKey(key))
            || minute.Counts.AddOrUpdate(key, 1, static (_, count) => count + 1) <= perMinute;
    }

    /// <summary>One visitor's address: all of an IPv6 network of 64 bits, which is what one visitor has.</summary>
    public static string KeyOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8))
            : plain.ToString();
    }

    private sealed class Minute(long number)
    {
        public long Number => number;

        public ConcurrentDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);
    }
}
