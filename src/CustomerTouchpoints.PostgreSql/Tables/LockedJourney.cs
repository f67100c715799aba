using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>A journey of a batch: how the database knew it before, and what the batch writes of it.</summary>
/// <param name="id">The journey.</param>
internal sealed class LockedJourney(JourneyId id)
{
    private long loaded;
    private DateTimeOffset? recordedAt;

    public JourneyId Id { get; } = id;

    /// <summary>Its number in the database; zero while it does not exist.</summary>
    public long Number { get; set; }

    /// <summary>The newest journal entry's number within the journey.</summary>
    public long Sequence { get; private set; }

    /// <summary>The row that this batch writes.</summary>
    public JourneyRow? Written { get; private set; }

    /// <summary>The partition that this batch gives it; null leaves it in the one that it has.</summary>
    public short? Partition { get; set; }

    /// <summary>Since when it is solved or closed with nothing to come; null while something is.</summary>
    public DateTimeOffset? FinishedAt =>
        Written is { Standing: "solved" or "closed", DueAt: null, SendingTerm: null, HeldAtRevision: null } ? recordedAt : null;

    /// <summary>What the database has of it.</summary>
    public void Load(long number, long sequence)
    {
        Number = number;
        loaded = Sequence = sequence;
    }

    /// <summary>Goes on with an entry of the journal.</summary>
    public void Append(JournalRow entry)
    {
        if (entry.Sequence != Sequence + 1)
        {
            throw Fault($"journal entry {entry.Sequence} does not follow {Sequence}");
        }

        Sequence = entry.Sequence;
        recordedAt = entry.RecordedAt;
    }

    /// <summary>Takes the row to be written; its journal has come before.</summary>
    public void Write(JourneyRow row)
    {
        Require(Written is null, "it is written twice");
        if (row.Sequence != Sequence)
        {
            throw Fault($"its sequence is {row.Sequence} but its last journal entry is {Sequence}");
        }

        Written = row;
    }

    /// <summary>An event's journal entry is one of this batch.</summary>
    public void RequireOwn(EventKeyRow key) =>
        Require(
            key.Sequence > loaded && key.Sequence <= Sequence,
            $"event {key.Key.EventId} has no journal entry {key.Sequence} in this batch"
        );

    public void Require(bool holds, string fault)
    {
        if (!holds)
        {
            throw Fault(fault);
        }
    }

    public InvalidOperationException Fault(string fault) => new($"Journey {Id}: {fault}. Nothing of the batch was stored.");
}
