using System.Collections.Immutable;
using System.Text.Json;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys;

/// <summary>
/// Where a journey stands is nothing but its changes, folded in order. What was handed to others is never folded into: a copy is.
/// </summary>
internal static class JourneyFold
{
    /// <summary>Applies a change to a snapshot in its place.</summary>
    /// <param name="journey">A copy that nobody else has seen.</param>
    /// <param name="change">The change.</param>
    /// <param name="data">The data of the entry that the change belongs to.</param>
    public static void Add(JourneySnapshot journey, Change change, JsonElement? data)
    {
        switch (change)
        {
            case Change.PartyIdentified identified:
                journey.Parties = journey.Parties.Add(new Party(identified.Role, identified.Customer));
                break;
            case Change.DataMerged merged:
                journey.Data = data is { } added ? journey.Data.Merge(added, merged.OnlyMissing) : journey.Data;
                break;
            case Change.EventParked parked:
                journey.Parked = journey.Parked.Add(
                    new ParkedEvent(parked.EventId, parked.Name, parked.OccurredAt, data ?? IncomingEvent.EmptyObject)
                );
                break;
            case Change.EventUnparked unparked:
                journey.Parked = Without(journey.Parked, parked => parked.Id, unparked.EventId);
                break;
            case Change.ScopeLeft left:
                Leave(journey, left.Scope);
                break;
            case Change.ScopeEntered entered:
                Enter(journey, new Visit(entered.Scope, entered.Visit, entered.Since, true));
                break;
            case Change.Arrived arrived:
                (journey.State, journey.Standing, journey.Mark) = (arrived.State, arrived.Standing, arrived.Mark);
                break;
            case Change.TimerSet set:
                journey.Timers = Without(journey.Timers, timer => timer.Key, set.Timer.Key).Add(set.Timer);
                break;
            case Change.TimerCleared cleared:
                journey.Timers = Without(journey.Timers, timer => timer.Key, cleared.Key);
                break;
            case Change.TouchpointPlanned { Touchpoint: var planned }:
                Plan(journey, planned.CarriesData ? planned with { Data = data } : planned);
                break;
            case Change.TouchpointWaits waits when journey.Unfinished(waits.Order) is { } open:
                Reopen(journey, open);
                journey.Touchpoints = journey.Touchpoints.Replace(open, open.Apply(waits));
                break;
            case Change.AttemptBegun begun when journey.Touchpoint(begun.Order) is { } open:
                journey.Touchpoints = journey.Touchpoints.Replace(open, open.Apply(begun));
                break;
            case Change.TouchpointUndecided undecided when journey.Unfinished(undecided.Order) is { } open:
                SetAside(journey, open.Apply(undecided));
                break;
            case Change.TouchpointEnded ended:
                End(journey, ended.Order);
                break;
            case Change.PartyTold told:
                journey.Parties = journey.PartyOf(told.Role) is { } party
                    ? journey.Parties.Replace(party, party with { ToldAt = told.At })
                    : journey.Parties;
                break;
            case Change.VersionRaised raised:
                VersionNames.Replace(journey, raised);
                break;
            case Change.ExchangeMoved moved:
                journey.Responses = (journey.Responses ?? ResponseMemory.Empty) with { Exchange = moved.Exchange };
                break;
            case Change.ClockMoved moved:
                journey.Responses = (journey.Responses ?? ResponseMemory.Empty).With(moved.Clock);
                break;
            case Change.PromiseMoved moved:
                journey.Responses = (journey.Responses ?? ResponseMemory.Empty).With(moved.Promise);
                break;
            case Change.EscalationSet set:
                journey.Responses = (journey.Responses ?? ResponseMemory.Empty).With(set.Escalation);
                break;
            case Change.EscalationEnded ended:
                journey.Responses = journey.Responses?.WithoutEscalation(ended.Number);
                break;
            case Change.RuleDeclined
            or Change.TouchpointWaits
            or Change.AttemptBegun
            or Change.TouchpointUndecided
            or Change.CustomerContacted:
                // A rule that said no, a touchpoint that has ended since, or something about a customer.
                break;
            default:
                throw new NotSupportedException($"{change.GetType().Name} has no effect on a journey.");
        }
    }

    private static void SetAside(JourneySnapshot journey, OpenTouchpoint undecided)
    {
        journey.Touchpoints = Without(journey.Touchpoints, open => open.Order, undecided.Order);
        journey.Pending = Without(journey.Undecided, other => other.Order, undecided.Order).Add(undecided);
    }

    private static void End(JourneySnapshot journey, long order)
    {
        if (journey.Touchpoint(order) is { } open)
        {
            journey.Touchpoints = journey.Touchpoints.Remove(open);
        }
        else
        {
            Withdraw(journey, order);
        }
    }

    /// <summary>Takes a touchpoint out of those that were left undecided.</summary>
    private static void Withdraw(JourneySnapshot journey, long order)
    {
        ImmutableArray<OpenTouchpoint> left = Without(journey.Undecided, undecided => undecided.Order, order);
        journey.Pending = left.IsEmpty ? null : left;
    }

    /// <summary>Puts a touchpoint that was left undecided among the open ones again, at its place in their order.</summary>
    private static void Reopen(JourneySnapshot journey, OpenTouchpoint undecided)
    {
        if (journey.Touchpoint(undecided.Order) is null)
        {
            Withdraw(journey, undecided.Order);
            journey.Touchpoints = journey.Touchpoints.Insert(journey.Touchpoints.Count(open => open.Order < undecided.Order), undecided);
        }
    }

    private static void Plan(JourneySnapshot journey, OpenTouchpoint planned)
    {
        journey.Touchpoints = journey.Touchpoints.Add(planned);
        journey.Planned = planned.Order;
        journey.Told = Without(journey.Told, told => told.Rule, planned.Rule).Add(new ToldOccasion(planned.Rule, planned.Occurrence));
    }

    private static void Leave(JourneySnapshot journey, string scope)
    {
        journey.Visits = journey.VisitOf(scope) is { } visit ? journey.Visits.Replace(visit, visit with { Lasts = false }) : journey.Visits;
        journey.Timers = Without(journey.Timers, timer => timer.Scope, scope);
    }

    private static void Enter(JourneySnapshot journey, Visit visit) =>
        journey.Visits = Without(journey.Visits, earlier => earlier.Scope, visit.Scope).Add(visit);

    /// <summary>
    /// Without those of a key: there may be several timers or occasions of a rule into which a version has united others.
    /// </summary>
    /// <remarks>What <see cref="ImmutableArray{T}.RemoveAll"/> does, which would need a closure for each key.</remarks>
    private static ImmutableArray<TItem> Without<TItem, TKey>(ImmutableArray<TItem> items, Func<TItem, TKey> keyOf, TKey key)
        where TKey : IEquatable<TKey>
    {
        for (int i = items.Length - 1; i >= 0; i--)
        {
            if (keyOf(items[i]).Equals(key))
            {
                items = items.RemoveAt(i);
            }
        }

        return items;
    }
}
