using System.Globalization;
using System.Runtime.InteropServices;

namespace CustomerTouchpoints.Load.Growth;

/// <summary>The largest working set of this process since the kernel was told to forget the one before. On Linux.</summary>
internal static class PeakMemory
{
    /// <summary>Gives back what is not used any more, whoever has used it, and begins anew.</summary>
    public static void Forget()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _ = Trim(0);
        File.WriteAllText("/proc/self/clear_refs", "5");
    }

    public static double Megabytes()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.AsSpan(6).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture) / 1000;
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint kept);
}
