using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>Rows that the writer need not read: most events find the journey that the event before has written.</summary>
/// <remarks>Used by the writer alone.</remarks>
internal sealed class RememberedRows
{
    /// <summary>Two generations of two kinds: at most some 12 MB.</summary>
    private const long Characters = 1_500_000;

    /// <summary>From how many events on a journey's keys are counted once, and not whenever its row is read again.</summary>
    private const int Many = 1000;

    private readonly HashSet<long> counted = [];

    public RecentlyUsed<JourneyId, KnownJourney> Journeys { get; private set; } = NoJourneys();

    public RecentlyUsed<CustomerId, CustomerRow> Customers { get; } =
        new(Characters, customer => 50 + customer.Traits.Length + customer.Memory.Length);

    /// <summary>
    /// Whether the event keys of a journey that was read from the file are to be counted: unless they were since the opening, and are too
    /// many to be counted again.
    /// </summary>
    public bool MustCount(KnownJourney? journey) => journey is not null && !counted.Contains(journey.Number);

    /// <summary>The event keys of a journey were counted, and all are there.</summary>
    public void NoteCounted(long journey, long events)
    {
        if (events > Many)
        {
            counted.Add(journey);
        }
    }

    /// <summary>Many rows have changed at once: the writer reads them again.</summary>
    public void ForgetJourneys() => Journeys = NoJourneys();

    /// <summary>Journeys have changed beside the batches: those that are remembered are remembered as they are now.</summary>
    public void Replace(IEnumerable<KnownJourney> changed)
    {
        foreach (KnownJourney journey in changed)
        {
            if (Journeys.Find(journey.Row.Id) is not null)
            {
                Journeys.Remember(journey.Row.Id, journey with { Row = Instant.Kept(journey.Row) });
            }
        }
    }

    private static RecentlyUsed<JourneyId, KnownJourney> NoJourneys() => new(Characters, journey => journey.Size);
}
