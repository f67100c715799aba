using System.Text.Json;
using CustomerTouchpoints.Load.Works;

namespace CustomerTouchpoints.Load;

/// <summary>Prints what was measured: a table for people, or one line of JSON for each.</summary>
internal sealed class LoadTable(bool json)
{
    public void Begin(IWork work)
    {
        Say($"{work.Name}, {work.Store}, beside {work.Peer}; {work.Unit} per second");
        Say(
            $"{"callers", 7} {"ours/s", 9} {"peer/s", 9} {"ratio", 7} {"wanted", 6} {"spread", 6} {"p50 ms", 8} {"p99 ms", 8} "
                + $"{"peer p99", 9} {"of raw", 6} {"ours µs", 8} {"peer µs", 8} {"ours kB", 8} {"peer kB", 8}"
        );
    }

    public void Add(Measurement found)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(found, MeasurementJson.Default.Measurement));
        }

        Say(
            $"{found.Callers, 7} {found.OursPerSecond, 9:N0} {found.PeerPerSecond, 9:N0} {found.Ratio, 7:N2} {found.Wanted, 6:N1} "
                + $"{found.Spread, 6:P0} {found.OursP50Ms, 8:N2} {found.OursP99Ms, 8:N2} {found.PeerP99Ms, 9:N2} {found.RawShare, 6:P0} "
                + $"{found.OursCpuUs, 8:N0} {found.PeerCpuUs, 8:N0} {found.OursBytes / 1000, 8:N1} {found.PeerBytes / 1000, 8:N1}"
        );
        Say($"{"", 7} ours: {found.OursRows}");
        Say($"{"", 7} peer: {found.PeerRows}");
        if (found.RawPerSecond is { } raw)
        {
            Say($"{"", 7} raw:  the same rows in bulk, in one transaction: {raw:N0} a second");
        }
    }

    public void Say(string line)
    {
        if (!json)
        {
            Console.WriteLine(line);
        }
    }
}
