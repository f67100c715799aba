using System.Collections.Immutable;
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

    /// <summary>The undecided touchpoints: most journeys have none, and write nothing.</summary>
    public ImmutableArray<OpenTouchpoint>? Pending { get; init; }

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
            Parked = journey.Parked,
            Told = journey.Told,
            Responses = ResponsesText.Of(journey),
        };

    /// <summary>The snapshot, without what columns keep.</summary>
    public JourneySnapshot ToSnapshot() =>
        new()
        {
            Mark = Mark,
            Parties = Parties,
            Visits = Visits,
            Timers = Timers,
            Parked = Parked,
            Memories = [.. Memories()],
        };

    private IEnumerable<JourneyMemory> Memories()
    {
        if (Planned > 0)
        {
            yield return new TouchpointMemory
            {
                Planned = Planned,
                Open = Touchpoints,
                Undecided = Pending ?? [],
                Told = Told,
            };
        }

        foreach (JourneyMemory memory in Responses?.Memories() ?? [])
        {
            yield return memory;
        }
    }
}
