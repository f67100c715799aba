using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Simulation.Scheduling;

namespace CustomerTouchpoints.Simulation.Planting;

/// <summary>
/// In a test build: runs the seeds with each planted bug until an invariant finds it, and says in a line which seed that was.
/// </summary>
internal static class PlantedRuns
{
    public static void Print(Arguments arguments)
    {
        foreach (PlantedBug bug in Enum.GetValues<PlantedBug>().Where(bug => bug != PlantedBug.None))
        {
            Planted.Bug = bug;
            RunResult? found = Campaign
                .Over(arguments, result => result.Violation is not null)
                .FirstOrDefault(result => result.Violation is not null);
            Console.WriteLine(
                found is null ? $"missed {bug}" : $"found {bug} by seed {found.Seed} on {found.Store}: {found.Violation!.Invariant}"
            );
        }
    }
}
