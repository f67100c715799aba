using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Journeys;

/// <summary>Decides what follows from an input. A pure function: no clock, no I/O, no randomness, no ids of its own.</summary>
internal static class Decider
{
    /// <param name="definition">The lifecycle.</param>
    /// <param name="settings">The numbers beside the definition.</param>
    /// <param name="journey">The journey as it stands.</param>
    /// <param name="customers">The customers it may concern, all of them under lock.</param>
    /// <param name="input">What happened.</param>
    /// <returns>The whole consequence. No entries when the input finds nothing left to decide.</returns>
    /// <remarks>Throws what a guard or a condition throws; the caller faults this input alone.</remarks>
    public static Decision Decide(
        LifecycleDefinition definition,
        DecisionSettings settings,
        JourneySnapshot journey,
        IReadOnlyDictionary<CustomerId, CustomerSnapshot> customers,
        Input input
    )
    {
        var deliberation = new Deliberation(definition, settings, journey, customers, input.Now);
        input.Decide(deliberation);
        return deliberation.Conclude();
    }

    /// <summary>
    /// What follows when a guard or a condition of the host throws. A faulted event changes nothing and does not take its id, so it can be
    /// raised again once the fault is mended. A faulted timer is tried again after a pause, a faulted touchpoint waits for a person and
    /// gives back its place in a digest or under a cap.
    /// </summary>
    public static Decision Fail(
        LifecycleDefinition definition,
        DecisionSettings settings,
        JourneySnapshot journey,
        IReadOnlyDictionary<CustomerId, CustomerSnapshot> customers,
        Input input,
        Reason fault
    )
    {
        var deliberation = new Deliberation(definition, settings, journey, customers, input.Now);
        input.Fail(deliberation, fault);
        return deliberation.Conclude();
    }
}
