using System.Collections.Frozen;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>Which touchpoints are asked for. What is null or empty does not matter; all that is given must hold.</summary>
/// <remarks>
/// Immutable as long as the set it is given is. A query that names only statuses that are not final, a journey or a customer reads no
/// history: what has ended long ago costs it nothing. One without any of these reads all touchpoints, page by page.
/// </remarks>
public sealed record TouchpointQuery
{
    /// <summary>The statuses that are not final: planned, held, being sent, unknown, in review.</summary>
    public static IReadOnlySet<TouchpointStatus> Unfinished { get; } =
        FrozenSet.Create(
            TouchpointStatus.Planned,
            TouchpointStatus.Held,
            TouchpointStatus.Sending,
            TouchpointStatus.Unknown,
            TouchpointStatus.InReview
        );

    /// <summary>
    /// Those that stand so: <see cref="TouchpointStatus.Unknown"/> and <see cref="TouchpointStatus.InReview"/> for what may wait for a
    /// person, <see cref="TouchpointStatus.Held"/> for what is held. Default: any.
    /// </summary>
    public IReadOnlySet<TouchpointStatus> Statuses { get; init; } = FrozenSet<TouchpointStatus>.Empty;

    /// <summary>Those that go by this channel, as the gate chose it.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Those of rules of this key: a template's name, or what <c>Named</c> gave it.</summary>
    public string? Rule { get; init; }

    /// <summary>Those of one journey: none that belongs to a customer.</summary>
    public JourneyId? Journey { get; init; }

    /// <summary>Those that tell this customer, in journeys and as their own.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>Those of one lifecycle: none that belongs to a customer.</summary>
    public string? Lifecycle { get; init; }

    /// <summary>Those that were planned at this instant or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Those that were planned before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>
    /// Those that come after this one in the order of reading: the last that was read before, to go on from there, also in another process
    /// and days later. If it belongs to a journey, that must be known.
    /// </summary>
    public TouchpointId? After { get; init; }

    /// <summary>
    /// Whether only statuses that are not final are asked for: stores then look at nothing that has ended. What was left
    /// <see cref="TouchpointStatus.Unknown"/> for good counts as not ended.
    /// </summary>
    public bool IsOfUnfinished => Statuses.Count > 0 && Statuses.All(Unfinished.Contains);
}
