using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>What holds for the providers' own record.</summary>
internal sealed class Sends(World world)
{
    public const string Flagged = "every duplicate is flagged";

    /// <summary>An attempt is stored before any I/O, and is made once.</summary>
    public void Begin(SendRecord record, JourneyBook book)
    {
        TouchpointId id = record.Message.Touchpoint;
        bool isStored = book.Entries.Any(entry =>
            entry.Name == id.ToString() && entry.Changes.OfType<AttemptBegun>().Any(begun => begun.Attempt == record.Message.Attempt)
        );
        if (!isStored)
        {
            world.Fail("an attempt is stored before it is made", $"{id}, attempt {record.Message.Attempt}");
        }

        // A host that was overtaken does not know; what it has in its hands it sends within seconds, or not at all.
        if (
            !record.Host.IsOvertaken
            && book.Entries.LastOrDefault(entry => entry.Name == id.ToString()) is { Outcome: not JournalEntryOutcome.Sending } ended
        )
        {
            world.Fail(
                "nothing is sent that has ended",
                $"{id}, attempt {record.Message.Attempt}, which entry {ended.Sequence} says is {ended.Outcome}"
            );
        }

        if (
            record.Message.MayBeRepeat
            && world
                .Outbox.Of(record.Message.MessageId)
                .Any(other =>
                    other is { IsAccepted: true, IsLie: false }
                    && PromisesAreKeptOrBroken.DeadlineIn(other) != PromisesAreKeptOrBroken.DeadlineIn(record)
                )
        )
        {
            world.Fail("what may have arrived is not contradicted", $"{id}, attempt {record.Message.Attempt}, tells another deadline");
        }

        if (world.Outbox.Of(record.Message.MessageId).Count(other => other.Message.Attempt == record.Message.Attempt) > 1)
        {
            world.Fail("an attempt is made once", $"{id}, attempt {record.Message.Attempt}");
        }
    }

    /// <summary>
    /// Of two that arrived, the later attempt says that it may be a repeat; unless the provider lied about the earlier one.
    /// </summary>
    public void Check()
    {
        foreach (SendRecord later in world.Outbox.Records.Where(record => record is { IsAccepted: true, Message.MayBeRepeat: false }))
        {
            if (
                world
                    .Outbox.Of(later.Message.MessageId)
                    .Any(earlier => earlier.Message.Attempt < later.Message.Attempt && earlier is { IsAccepted: true, IsLie: false })
            )
            {
                world.Fail(
                    Flagged,
                    $"{later.Message.Touchpoint}: attempt {later.Message.Attempt} arrived after another one, and does not say so"
                );
            }
        }
    }
}
