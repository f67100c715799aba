using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Simulation.Reporting;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>What customers have said of promotions, as far as whoever recorded it has heard: against it nothing begins.</summary>
internal sealed class Wishes(World world)
{
    private readonly List<Said> all = [];

    /// <summary>Somebody begins to record it: until they hear, nobody knows.</summary>
    public Said Begin(ConsentRecord record)
    {
        var said = new Said(record);
        all.Add(said);
        return said;
    }

    public void Heard(Said said)
    {
        said.IsSure = true;
        world.Tally.Count(Sometimes.WishHeard);
    }

    /// <summary>Whether a customer ever said anything: what the directory says does not count alone then.</summary>
    public bool HasSpoken(CustomerId customer) => all.Any(said => said.Record.Customer == customer);

    /// <summary>A commit stores attempts.</summary>
    public void Check(BatchWrites writes)
    {
        foreach (
            TouchpointRow row in writes
                .NewTouchpoints.Concat(writes.ChangedTouchpoints)
                .Where(row => row is { Status: TouchpointStatus.Sending, Category: Category.Promotional })
        )
        {
            if (
                writes.Journal.Any(entry => entry.Name == row.Id.ToString() && entry.Outcome == nameof(JournalEntryOutcome.Sending))
                && all.LastOrDefault(said =>
                    said.Record.Customer == row.Customer && (said.Record.Channel is null || said.Record.Channel == row.Channel)
                )
                    is { IsSure: true, Record.Decision: ConsentDecision.Withdrawn }
            )
            {
                world.Fail("a withdrawal is honoured by the very next claim", $"{row.Id} began by {row.Channel}");
            }
        }
    }

    /// <summary>One record, and whether it is known to be stored.</summary>
    internal sealed class Said(ConsentRecord record)
    {
        public ConsentRecord Record { get; } = record;

        public bool IsSure { get; set; }
    }
}
