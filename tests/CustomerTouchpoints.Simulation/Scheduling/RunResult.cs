using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Simulation.Invariants;
using CustomerTouchpoints.Simulation.Reporting;

namespace CustomerTouchpoints.Simulation.Scheduling;

/// <summary>How one seed went.</summary>
internal sealed record RunResult(long Seed, StoreKind Store, Violation? Violation, int Steps, Trace Trace, Tally Tally);
