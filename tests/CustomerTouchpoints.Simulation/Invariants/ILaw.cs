using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>Something that holds for every entry of every journal.</summary>
internal interface ILaw
{
    /// <summary>The law in words.</summary>
    string Words { get; }

    /// <summary>How an entry breaks it.</summary>
    /// <param name="book">The journey, with this entry as its last.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="before">The journey before it.</param>
    /// <param name="after">The journey after it.</param>
    IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after);
}
