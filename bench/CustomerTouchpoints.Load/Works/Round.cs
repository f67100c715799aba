using CustomerTouchpoints.Load.Contenders;

namespace CustomerTouchpoints.Load.Works;

/// <summary>One side's turn.</summary>
/// <param name="PerSecond">How much a second.</param>
/// <param name="ProcessorTime">What one unit took of the processors in this process, which other work on the machine disturbs less.</param>
/// <param name="Allocated">How many bytes of memory one unit took from the heap.</param>
/// <param name="Latencies">How long each caller waited for each event to be durable; or how late each timer was.</param>
/// <param name="Rows">What was written.</param>
internal sealed record Round(double PerSecond, TimeSpan ProcessorTime, long Allocated, TimeSpan[] Latencies, DurableRows Rows);
