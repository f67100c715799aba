using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage;

/// <summary>What a journey remembers beside its columns, as its row keeps it.</summary>
internal sealed record JourneyText
{
    public int Mark { get; init; } = -1;

    public long Planned { get; init; }

    public ImmutableArray<Party> Parties { get; init; } = [];

    public ImmutableArray<Visit> Visits { get; init; } = [];

    public ImmutableArray<JourneyTimer> Timers { get; init; } = [];

    public ImmutableArray<OpenTouchpoint> Touchpoints { get; init; } = [];

    /// <summary>
    /// The undecided touchpoints that something in the journey may end: most journeys have none, and write nothing. Hosts of an earlier
    /// version wrote all of them here.
    /// </summary>
    public ImmutableArray<OpenTouchpoint>? Pending { get; init; }

    /// <summary>How many lie in rows of their own; null in what a host wrote that did not know of them.</summary>
    public int? Shelved { get; init; }

    /// <summary>How many messages were left out because too many waited.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long LeftOut { get; init; }

    /// <summary>Whether some lie here that belong into rows of their own.</summary>
    [JsonIgnore]
    public bool MustShelve => Pending?.Any(undecided => undecided.IsShelved) == true;

    public ImmutableArray<ParkedEvent> Parked { get; init; } = [];

    public ImmutableArray<ToldOccasion> Told { get; init; } = [];

    /// <summary>Its exchange, clocks, promises and escalations; null where nothing has come up.</summary>
    public ResponsesText? Responses { get; init; }

    public static JourneyText Of(JourneySnapshot journey) =>
        new()
        {
            Mark = journey.Mark,
            Planned = journey.Planned,
            Parties = journey.Parties,
            Visits = journey.Visits,
            Timers = journey.Timers,
            Touchpoints = journey.Touchpoints,
            Pending = journey.Undecided.IsEmpty ? null : journey.Undecided,
            Shelved = journey.TouchpointMemory.Shelved.Count,
            LeftOut = journey.TouchpointMemory.LeftOut,
            Parked = journey.Parked,
            Told = journey.Told,
            Responses = ResponsesText.Of(journey),
        };

    /// <summary>The snapshot, without what columns keep.</summary>
    /// <param name="shelved">What lies in rows of its own.</param>
    public JourneySnapshot ToSnapshot(IEnumerable<OpenTouchpoint> shelved) =>
        new()
        {
            Mark = Mark,
            Parties = Parties,
            Visits = Visits,
            Timers = Timers,
            Parked = Parked,
            Memories = [.. Memories(shelved)],
        };

    private IEnumerable<JourneyMemory> Memories(IEnumerable<OpenTouchpoint> shelved)
    {
        if (Planned > 0 || LeftOut > 0)
        {
            yield return new TouchpointMemory
            {
                Planned = Planned,
                Open = Touchpoints,
                Undecided = [.. Pending?.Where(undecided => !undecided.IsShelved) ?? []],
                Shelved = (Pending?.Where(undecided => undecided.IsShelved) ?? [])
                    .Concat(shelved)
                    .ToImmutableSortedDictionary(touchpoint => touchpoint.Order, touchpoint => touchpoint),
                LeftOut = LeftOut,
                Told = Told,
            };
        }

        foreach (JourneyMemory memory in Responses?.Memories() ?? [])
        {
            yield return memory;
        }
    }
}
