using System.Globalization;

namespace CustomerTouchpoints.Load.Growth;

/// <summary>The largest working set of this process since the kernel was told to forget the one before. On Linux.</summary>
internal static class PeakMemory
{
    public static void Forget() => File.WriteAllText("/proc/self/clear_refs", "5");

    public static double Megabytes()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.AsSpan(6).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture) / 1000;
    }
}
