using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>A journey of a batch: how the file knew it before, and what the batch has written of it.</summary>
/// <param name="id">The journey.</param>
/// <param name="known">What was committed of it; null for a journey that does not exist.</param>
internal sealed class StoredJourney(JourneyId id, KnownJourney? known)
{
    private readonly List<long> appended = [];

    public JourneyId Id { get; } = id;

    /// <summary>Whether it existed before this batch.</summary>
    public bool IsKnown { get; } = known is not null;

    /// <summary>Whether it was read from the file by this batch, and nobody has looked yet whether its event keys are all there.</summary>
    public bool MustBeVerified { get; set; }

    /// <summary>Its number in the file; zero while it does not exist.</summary>
    public long Number { get; set; } = known?.Number ?? 0;

    /// <summary>The newest journal entry's number in the file.</summary>
    public long? LastEntry { get; private set; } = known?.LastEntry;

    /// <summary>The newest journal entry's number within the journey.</summary>
    public long Sequence { get; private set; } = known?.Row.Sequence ?? 0;

    /// <summary>What belongs to it, with what this batch adds.</summary>
    public JourneyContents Contents { get; private set; } = known?.Contents ?? default;

    /// <summary>Whether what belongs to it has changed.</summary>
    public bool HasGrown => Contents != (known?.Contents ?? default);

    /// <summary>The row as it was before this batch.</summary>
    public JourneyRow? Before => known?.Row;

    /// <summary>The row that this batch has written.</summary>
    public JourneyRow? Written { get; set; }

    /// <summary>Puts an entry at the end of the list.</summary>
    public void Append(JournalRow entry, long number)
    {
        if (entry.Sequence != Sequence + 1)
        {
            throw Fault($"journal entry {entry.Sequence} does not follow {Sequence}");
        }

        LastEntry = number;
        Sequence = entry.Sequence;
        appended.Add(number);
    }

    /// <summary>Counts rows of other tables that now belong to it.</summary>
    public void Grow(int events = 0, int touchpoints = 0, int parties = 0, int clocks = 0, int promises = 0) =>
        Contents += new JourneyContents(events, touchpoints, parties, clocks, promises);

    /// <summary>The number in the file of an entry that this batch appended.</summary>
    public long EntryOf(EventKeyRow key)
    {
        long index = key.Sequence - (Sequence - appended.Count) - 1;
        return index >= 0 && index < appended.Count
            ? appended[(int)index]
            : throw Fault($"event {key.Key.EventId} has no journal entry {key.Sequence} in this batch");
    }

    public void Require(bool holds, string fault)
    {
        if (!holds)
        {
            throw Fault(fault);
        }
    }

    public InvalidOperationException Fault(string fault) => new($"Journey {Id}: {fault}. Nothing of the batch was stored.");
}
