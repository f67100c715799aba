using CustomerTouchpoints.Simulation.Faults;
using CustomerTouchpoints.Simulation.Hosting;

namespace CustomerTouchpoints.Simulation.Scheduling;

/// <summary>An await of a host that the scheduler has not completed yet.</summary>
/// <param name="Host">Who waits.</param>
/// <param name="Point">For what.</param>
internal sealed record Suspension(SimulatedHost Host, Point Point)
{
    // Without the flag that would run continuations on the thread pool: the host goes on inside SetResult, on the scheduler's thread.
    private readonly TaskCompletionSource<InjectedFault> resumed = new();

    public Task<InjectedFault> Task => resumed.Task;

    public void Resume(InjectedFault fault) => resumed.SetResult(fault);
}
