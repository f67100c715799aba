using CustomerTouchpoints.Simulation.Faults;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Simulation.Reporting;

namespace CustomerTouchpoints.Simulation.Scheduling;

/// <summary>Decides which await ends next, and with which fault. Everything happens on the one thread that calls it.</summary>
internal sealed class Scheduler(FaultPlan faults, Trace trace)
{
    private readonly List<Suspension> suspended = [];

    /// <summary>The dice of the step that runs now.</summary>
    public Dice Dice { get; private set; } = new(0);

    /// <summary>Whether nothing fails and nothing waits any more: the world heals, and what remains must come to its end.</summary>
    public bool IsCalm { get; set; }

    public void Begin(Dice dice) => Dice = dice;

    /// <summary>An await of a host: it goes on at once, or when the scheduler says so; with a fault, or without.</summary>
    public ValueTask<InjectedFault> PauseAsync(SimulatedHost host, Point point)
    {
        if (IsCalm)
        {
            return new(InjectedFault.None);
        }

        // One in three does not wait: a store that answers from memory and one that takes its time both happen.
        if (host.IsAwake && Dice.Percent(35))
        {
            return new(Throw(host, point));
        }

        var suspension = new Suspension(host, point);
        suspended.Add(suspension);
        return new(suspension.Task);
    }

    /// <summary>Lets one of the hosts that wait go on. Returns whether any could.</summary>
    public bool ResumeOne()
    {
        Suspension[] awake = [.. suspended.Where(suspension => suspension.Host.IsAwake)];
        if (awake.Length == 0)
        {
            return false;
        }

        Resume(Dice.Of(awake));
        return true;
    }

    /// <summary>Lets everything that waits go on, without faults.</summary>
    public void ResumeAll()
    {
        while (suspended.FirstOrDefault(suspension => suspension.Host.IsAwake) is { } next)
        {
            suspended.Remove(next);
            next.Resume(InjectedFault.None);
        }
    }

    /// <summary>A host has died: what it waited for never comes.</summary>
    public void Forget(SimulatedHost host) => suspended.RemoveAll(suspension => suspension.Host == host);

    private void Resume(Suspension suspension)
    {
        suspended.Remove(suspension);
        suspension.Resume(Throw(suspension.Host, suspension.Point));
    }

    private InjectedFault Throw(SimulatedHost host, Point point)
    {
        InjectedFault fault = faults.At(point, Dice);
        if (fault != InjectedFault.None)
        {
            trace.Say($"{host}: {point} meets {fault}");
        }

        return fault;
    }
}
