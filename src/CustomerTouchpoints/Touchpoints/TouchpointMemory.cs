using System.Collections.Immutable;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>What a journey remembers of its touchpoints: those that have not ended, and which occasions were told.</summary>
internal sealed record TouchpointMemory : JourneyMemory
{
    public static TouchpointMemory Empty { get; } = new();

    /// <summary>How many touchpoints were ever planned: the next one's order.</summary>
    public long Planned { get; init; }

    /// <summary>Those that are on their way, in their order.</summary>
    public ImmutableArray<OpenTouchpoint> Open { get; init; } = [];

    /// <summary>
    /// Touchpoints that wait for a person, or for what their channel says of them. Nothing in the journey waits for them.
    /// </summary>
    public ImmutableArray<OpenTouchpoint> Undecided { get; init; } = [];

    /// <summary>
    /// Undecided ones that nothing but a person or the end of the matter ends, by their order. They lie in rows of their own, so that the
    /// journey's row says no more than how many they are.
    /// </summary>
    public ImmutableSortedDictionary<long, OpenTouchpoint> Shelved { get; init; } = ImmutableSortedDictionary<long, OpenTouchpoint>.Empty;

    /// <summary>How many messages were left out because too many waited.</summary>
    public long LeftOut { get; init; }

    /// <summary>The last occasion on which each rule planned something: no occasion is told twice.</summary>
    public ImmutableArray<ToldOccasion> Told { get; init; } = [];

    /// <summary>How many have not ended.</summary>
    public int Unfinished => Open.Length + Undecided.Length + Shelved.Count;

    /// <summary>Whether no more may be planned: too many are on their way, or ten times as many wait for a person.</summary>
    /// <param name="most">The most that may be on their way.</param>
    public bool IsFull(int most) => IsCrowded(most) || Shelved.Count >= 10 * most;

    /// <summary>Whether as many as may be are on their way, or being looked up.</summary>
    public bool IsCrowded(int most) => Open.Length + Undecided.Length >= most;

    /// <summary>An open touchpoint, or null when it has ended or was left undecided.</summary>
    public OpenTouchpoint? FindOpen(long order) => In(Open, order);

    /// <summary>A touchpoint that is open or was left undecided, or null when it has ended.</summary>
    public OpenTouchpoint? Find(long order) => In(Open, order) ?? In(Undecided, order) ?? Shelved.GetValueOrDefault(order);

    /// <summary>With one that was planned.</summary>
    public TouchpointMemory Plan(OpenTouchpoint planned) =>
        this with
        {
            Open = Open.Add(planned),
            Planned = planned.Order,
            Told = planned.Contents is null
                ? Told.Without(told => told.Rule, planned.Rule).Add(new ToldOccasion(planned.Rule, planned.Occurrence))
                : Told,
        };

    /// <summary>With an open touchpoint as it is now; one that was left undecided is among the open ones again, at its place.</summary>
    public TouchpointMemory Put(OpenTouchpoint touchpoint)
    {
        for (int i = 0; i < Open.Length; i++)
        {
            if (Open[i].Order == touchpoint.Order)
            {
                return this with { Open = Open.SetItem(i, touchpoint) };
            }
        }

        return this with
        {
            Undecided = Undecided.Without(undecided => undecided.Order, touchpoint.Order),
            Shelved = Shelved.Remove(touchpoint.Order),
            Open = Open.Insert(Open.Count(open => open.Order < touchpoint.Order), touchpoint),
        };
    }

    /// <summary>With a touchpoint that is left undecided.</summary>
    public TouchpointMemory SetAside(OpenTouchpoint undecided)
    {
        ImmutableArray<OpenTouchpoint> others = Undecided.Without(other => other.Order, undecided.Order);
        return this with
        {
            Open = Open.Without(open => open.Order, undecided.Order),
            Undecided = undecided.IsShelved ? others : others.Add(undecided),
            Shelved = undecided.IsShelved ? Shelved.SetItem(undecided.Order, undecided) : Shelved.Remove(undecided.Order),
        };
    }

    /// <summary>With a touchpoint as it is now, where it lies.</summary>
    public TouchpointMemory Exchange(OpenTouchpoint touchpoint) =>
        this with
        {
            Open = Exchange(Open, touchpoint),
            Undecided = Exchange(Undecided, touchpoint),
            Shelved = Shelved.ContainsKey(touchpoint.Order) ? Shelved.SetItem(touchpoint.Order, touchpoint) : Shelved,
        };

    /// <summary>Without a touchpoint that has ended.</summary>
    public TouchpointMemory End(long order) =>
        this with
        {
            Open = Open.Without(open => open.Order, order),
            Undecided = Undecided.Without(undecided => undecided.Order, order),
            Shelved = Shelved.Remove(order),
        };

    public override DateTimeOffset? NextDue()
    {
        DateTimeOffset? earliest = null;
        foreach (OpenTouchpoint touchpoint in Open)
        {
            if (touchpoint.Sending is { } sending)
            {
                earliest = Earlier(earliest, sending.LeaseUntil);
            }
            else if (!(touchpoint.NextAt >= earliest))
            {
                earliest = Earlier(earliest, Lanes.TurnOf(touchpoint, Open));
            }
        }

        foreach (OpenTouchpoint touchpoint in Undecided)
        {
            earliest = Earlier(earliest, touchpoint.Lookup?.At);
        }

        return earliest;
    }

    public override TouchpointMemory Under(VersionNames names) =>
        this with
        {
            Open = [.. Open.Select(open => open.Under(names))],
            Undecided = [.. Undecided.Select(undecided => undecided.Under(names))],
            Shelved = Shelved.ToImmutableSortedDictionary(shelved => shelved.Key, shelved => shelved.Value.Under(names)),
            Told = [.. Told.Select(told => told with { Rule = names.OfRule(told.Rule) })],
        };

    private static ImmutableArray<OpenTouchpoint> Exchange(ImmutableArray<OpenTouchpoint> touchpoints, OpenTouchpoint touchpoint)
    {
        for (int i = 0; i < touchpoints.Length; i++)
        {
            if (touchpoints[i].Order == touchpoint.Order)
            {
                return touchpoints.SetItem(i, touchpoint);
            }
        }

        return touchpoints;
    }

    private static OpenTouchpoint? In(ImmutableArray<OpenTouchpoint> touchpoints, long order)
    {
        foreach (OpenTouchpoint touchpoint in touchpoints)
        {
            if (touchpoint.Order == order)
            {
                return touchpoint;
            }
        }

        return null;
    }
}
