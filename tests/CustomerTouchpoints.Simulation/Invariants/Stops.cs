using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>Which addresses must not be written to, as far as whoever said so has heard: against that nothing begins.</summary>
internal sealed class Stops(World world)
{
    private readonly List<Said> all = [];

    /// <summary>Whether customers' addresses are suppressed at all in a world of this seed.</summary>
    public static bool AreIn(long seed) => seed % 4 == 2;

    /// <summary>Somebody begins to stop an address, or to lift what stands against it: until they hear, nobody knows.</summary>
    public Said Begin(CustomerId customer, Channel channel, bool isStopped)
    {
        var said = new Said(customer, channel, isStopped);
        all.Add(said);
        return said;
    }

    public void Heard(Said said)
    {
        said.IsSure = true;
        world.Tally.Count(Sometimes.StopHeard, said.IsStopped);
    }

    /// <summary>Whether anything was ever said of a customer's addresses: the first channel of a route is not the only one then.</summary>
    public bool HasSpoken(CustomerId customer) => all.Any(said => said.Customer == customer);

    /// <summary>A commit stores attempts.</summary>
    public void Check(BatchWrites writes)
    {
        foreach (
            TouchpointRow row in writes
                .NewTouchpoints.Concat(writes.ChangedTouchpoints)
                .Where(row => row.Status == TouchpointStatus.Sending)
        )
        {
            if (
                writes.Journal.Any(entry => entry.Name == row.Id.ToString() && entry.Outcome == nameof(JournalEntryOutcome.Sending))
                && all.LastOrDefault(said => said.Customer == row.Customer && said.Channel == row.Channel)
                    is { IsSure: true, IsStopped: true }
            )
            {
                world.Fail("an address that is suppressed gets nothing by the very next claim", $"{row.Id} began by {row.Channel}");
            }
        }
    }

    /// <summary>What was said once, and whether it is known to be stored.</summary>
    internal sealed class Said(CustomerId customer, Channel channel, bool isStopped)
    {
        public CustomerId Customer { get; } = customer;

        public Channel Channel { get; } = channel;

        public bool IsStopped { get; } = isStopped;

        public bool IsSure { get; set; }
    }
}
