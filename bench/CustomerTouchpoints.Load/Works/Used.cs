namespace CustomerTouchpoints.Load.Works;

/// <summary>What this process has used since a moment.</summary>
internal sealed class Used
{
    private readonly TimeSpan processor = Environment.CpuUsage.TotalTime;
    private readonly long allocated = GC.GetTotalAllocatedBytes(precise: true);

    /// <summary>The processors' time, for each of so many.</summary>
    public TimeSpan ProcessorPer(int units) => (Environment.CpuUsage.TotalTime - processor) / units;

    /// <summary>Bytes taken from the heap, for each of so many.</summary>
    public long AllocatedPer(int units) => (GC.GetTotalAllocatedBytes(precise: true) - allocated) / units;
}
