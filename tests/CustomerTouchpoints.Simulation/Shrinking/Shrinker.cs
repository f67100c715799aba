using CustomerTouchpoints.Simulation.Faults;
using CustomerTouchpoints.Simulation.Scheduling;

namespace CustomerTouchpoints.Simulation.Shrinking;

/// <summary>Finds the shortest story of a failing seed: what can be left out while the same invariant still breaks.</summary>
internal static class Shrinker
{
    private const int MostTries = 400;

    public static RunResult Shrink(RunResult failed)
    {
        int tries = 0;
        Cut cut = Cut.Nothing with { Steps = failed.Steps };
        foreach (InjectedFault fault in Enum.GetValues<InjectedFault>())
        {
            Try(cut with { WithoutFaults = cut.WithoutFaults.Append(fault).ToHashSet() });
        }

        int events = failed.Tally.Events > int.MaxValue ? 0 : (int)failed.Tally.Events;
        Leave(events, (from, count) => cut with { WithoutEvents = cut.WithoutEvents.Union(Enumerable.Range(from, count)).ToHashSet() });
        Leave(cut.Steps, (from, count) => cut with { WithoutSteps = cut.WithoutSteps.Union(Enumerable.Range(from, count)).ToHashSet() });
        return Run.Of(failed.Seed, failed.Store, cut, keepsLines: true);

        bool Try(Cut smaller)
        {
            if (tries++ < MostTries && Run.Of(failed.Seed, failed.Store, smaller).Violation?.Invariant == failed.Violation!.Invariant)
            {
                cut = smaller;
                return true;
            }

            return false;
        }

        // Halves first, then smaller and smaller parts.
        void Leave(int all, Func<int, int, Cut> without)
        {
            for (int size = all / 2; size >= 1; size /= 2)
            {
                for (int from = 0; from < all; from += size)
                {
                    Try(without(from, Math.Min(size, all - from)));
                }
            }
        }
    }
}
