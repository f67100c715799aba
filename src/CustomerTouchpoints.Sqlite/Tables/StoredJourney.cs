using CustomerTouchpoints.Events;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>A journey of a batch as the file knows it: its number, and where its list of journal entries ends.</summary>
internal sealed class StoredJourney(JourneyId id)
{
    private readonly List<long> appended = [];

    public JourneyId Id { get; } = id;

    /// <summary>Its number in the file; zero while it does not exist.</summary>
    public long Number { get; set; }

    /// <summary>The row as it was loaded; null for a new journey.</summary>
    public JourneyRow? Row { get; init; }

    /// <summary>The newest journal entry's number in the file.</summary>
    public long? LastEntry { get; private set; }

    /// <summary>The newest journal entry's number within the journey.</summary>
    public long Sequence { get; private set; }

    /// <summary>Whether this batch has written the journey's row.</summary>
    public bool IsWritten { get; set; }

    public static StoredJourney Load(JourneyRow row, long number, long? lastEntry) =>
        new(row.Id) { Number = number, Row = row, LastEntry = lastEntry, Sequence = row.Sequence };

    /// <summary>Puts an entry at the end of the list.</summary>
    public void Append(JournalRow entry, long number)
    {
        Require(entry.Sequence == Sequence + 1, $"journal entry {entry.Sequence} does not follow {Sequence}");
        LastEntry = number;
        Sequence = entry.Sequence;
        appended.Add(number);
    }

    /// <summary>The number in the file of an entry that this batch appended.</summary>
    public long EntryOf(EventKeyRow key)
    {
        long index = key.Sequence - (Sequence - appended.Count) - 1;
        Require(index >= 0 && index < appended.Count, $"event {key.Key.EventId} has no journal entry {key.Sequence} in this batch");
        return appended[(int)index];
    }

    public void Require(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Journey {Id}: {fault}. Nothing of the batch was stored.");
        }
    }
}
