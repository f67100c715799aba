using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>What operators have paused, as far as they heard that it is so: behind it nothing begins.</summary>
internal sealed class Pauses(World world)
{
    private readonly HashSet<SwitchScope> sure = [];
    private readonly HashSet<SwitchScope> touched = [];

    /// <summary>Everything that was ever switched, in a fixed order.</summary>
    public IEnumerable<SwitchScope> Touched => touched.OrderBy(scope => scope.ToString(), StringComparer.Ordinal);

    /// <summary>An operator begins to switch: until it is heard, nobody knows.</summary>
    public void Begin(SwitchScope scope)
    {
        touched.Add(scope);
        sure.Remove(scope);
    }

    public void AreInForce(SwitchScope scope) => sure.Add(scope);

    /// <summary>A commit stores attempts.</summary>
    public void Check(BatchWrites writes)
    {
        if (sure.Count == 0)
        {
            return;
        }

        foreach (JournalRow row in writes.Journal.Where(row => row.Outcome == nameof(JournalEntryOutcome.Sending)))
        {
            AttemptBegun begun = JourneyRows.ToEntry(row).Changes.OfType<AttemptBegun>().Single();
            string rule = TouchpointId.Parse(row.Name).Rule;
            SwitchScope[] before =
            [
                SwitchScope.All,
                SwitchScope.Of(begun.Channel),
                SwitchScope.OfRule(RandomLifecycle.LifecycleName, rule),
            ];
            if (before.FirstOrDefault(sure.Contains) is var scope && sure.Contains(scope))
            {
                world.Fail("nothing begins behind a pause", $"{row.Name} began by {begun.Channel}, and {scope} was paused");
            }
        }
    }
}
