using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Simulation.Hosting;

namespace CustomerTouchpoints.Simulation.Faults;

/// <summary>The people on the host's side, who can't always be reached.</summary>
internal sealed class SimulatedEscalations(World world, SimulatedHost host) : IEscalationHandler
{
    public async Task EscalateAsync(Escalation escalation, CancellationToken cancellationToken)
    {
        if (await world.Scheduler.PauseAsync(host, Point.Escalate) == InjectedFault.EscalationFails)
        {
            throw new InvalidOperationException("simulated: nobody answers");
        }

        world.Escalated.Add(escalation.Id);
    }
}
