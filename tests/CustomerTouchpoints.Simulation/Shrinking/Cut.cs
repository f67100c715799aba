using CustomerTouchpoints.Simulation.Faults;
using CustomerTouchpoints.Simulation.Scheduling;

namespace CustomerTouchpoints.Simulation.Shrinking;

/// <summary>What is left out of a seed's run: nothing at first, and then as much as it fails without.</summary>
/// <param name="Steps">How many steps there are before the calm.</param>
/// <param name="WithoutSteps">Steps that are left out.</param>
/// <param name="WithoutFaults">Kinds of faults that never happen.</param>
/// <param name="WithoutEvents">Facts that are never reported.</param>
internal sealed record Cut(
    int Steps,
    IReadOnlySet<int> WithoutSteps,
    IReadOnlySet<InjectedFault> WithoutFaults,
    IReadOnlySet<int> WithoutEvents
)
{
    public static Cut Nothing { get; } = new(Run.MostSteps, new HashSet<int>(), new HashSet<InjectedFault>(), new HashSet<int>());
}
