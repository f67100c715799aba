using System.Collections.Immutable;
using System.Text.Json;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Decisions;

/// <summary>Where a journey stands is nothing but its changes, folded in order. What was handed to others is never folded into: a copy is.</summary>
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
                journey.Parked = journey.Parked.Add(new ParkedEvent(parked.EventId, parked.Name, parked.OccurredAt, data ?? IncomingEvent.EmptyObject));
                break;
            case Change.EventUnparked unparked:
                journey.Parked = journey.Parked.RemoveAll(parked => parked.Id == unparked.EventId);
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
                journey.Timers = Without(journey, set.Timer.Key).Add(set.Timer);
                break;
            case Change.TimerCleared cleared:
                journey.Timers = Without(journey, cleared.Key);
                break;
            case Change.RuleDeclined:
                break;
            case Change.TouchpointPlanned { Touchpoint: var planned }:
                Plan(journey, planned.CarriesData ? planned with { Data = data } : planned);
                break;
            case Change.TouchpointWaits waits when journey.Unfinished(waits.Order) is { } open:
                Reopen(journey, waits.Order);
                Put(journey, open.Apply(waits));
                break;
            case Change.AttemptBegun begun when journey.Touchpoint(begun.Order) is { } open:
                Put(journey, open.Apply(begun));
                break;
            case Change.TouchpointUndecided undecided when journey.Unfinished(undecided.Order) is { } open:
                SetAside(journey, open.Apply(undecided));
                break;
            case Change.TouchpointEnded ended:
                End(journey, ended.Order);
                break;
            case Change.TouchpointWaits or Change.AttemptBegun or Change.TouchpointUndecided:
                break;
            case Change.PartyTold told:
                journey.Parties = journey.PartyOf(told.Role) is { } party ? journey.Parties.Replace(party, party with { ToldAt = told.At }) : journey.Parties;
                break;
            case Change.VersionRaised raised:
                VersionNames.Replace(journey, raised);
                break;
            case Change.ConversationMoved moved:
                journey.Responses = (journey.Responses ?? ResponseMemory.Empty) with { Conversation = moved.Conversation };
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
            default:
                throw new NotSupportedException($"{change.GetType().Name} has no effect on a journey.");
        }
    }

    /// <summary>Another version of one of the open touchpoints.</summary>
    private static void Put(JourneySnapshot journey, OpenTouchpoint changed)
    {
        for (int i = 0; i < journey.Touchpoints.Length; i++)
        {
            if (journey.Touchpoints[i].Order == changed.Order)
            {
                journey.Touchpoints = journey.Touchpoints.SetItem(i, changed);
                return;
            }
        }
    }

    private static void SetAside(JourneySnapshot journey, OpenTouchpoint undecided)
    {
        journey.Touchpoints = journey.Touchpoints.RemoveAll(open => open.Order == undecided.Order);
        journey.Pending = journey.Undecided.RemoveAll(other => other.Order == undecided.Order).Add(undecided);
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
        ImmutableArray<OpenTouchpoint> left = journey.Undecided.RemoveAll(undecided => undecided.Order == order);
        journey.Pending = left.IsEmpty ? null : left;
    }

    /// <summary>Puts a touchpoint that was left undecided among the open ones again, at its place in their order.</summary>
    private static void Reopen(JourneySnapshot journey, long order)
    {
        if (journey.Unfinished(order) is { } undecided && journey.Touchpoint(order) is null)
        {
            Withdraw(journey, order);
            journey.Touchpoints = journey.Touchpoints.Insert(journey.Touchpoints.Count(open => open.Order < order), undecided);
        }
    }

    private static void Plan(JourneySnapshot journey, OpenTouchpoint planned)
    {
        journey.Touchpoints = journey.Touchpoints.Add(planned);
        journey.Planned = planned.Order;

        // There may be several of a rule into which a version has united others; that holds below, too.
        for (int i = journey.Told.Length - 1; i >= 0; i--)
        {
            if (journey.Told[i].Rule == planned.Rule)
            {
                journey.Told = journey.Told.RemoveAt(i);
            }
        }

        journey.Told = journey.Told.Add(new ToldOccasion(planned.Rule, planned.Occurrence));
    }

    private static void Leave(JourneySnapshot journey, string scope)
    {
        for (int i = 0; i < journey.Visits.Length; i++)
        {
            if (journey.Visits[i].Scope == scope)
            {
                journey.Visits = journey.Visits.SetItem(i, journey.Visits[i] with { Lasts = false });
                break;
            }
        }

        if (journey.Timers.Length > 0)
        {
            journey.Timers = journey.Timers.RemoveAll(timer => timer.Scope == scope);
        }
    }

    private static void Enter(JourneySnapshot journey, Visit visit)
    {
        for (int i = journey.Visits.Length - 1; i >= 0; i--)
        {
            if (journey.Visits[i].Scope == visit.Scope)
            {
                journey.Visits = journey.Visits.RemoveAt(i);
            }
        }

        journey.Visits = journey.Visits.Add(visit);
    }

    private static ImmutableArray<JourneyTimer> Without(JourneySnapshot journey, string key)
    {
        ImmutableArray<JourneyTimer> timers = journey.Timers;
        for (int i = timers.Length - 1; i >= 0; i--)
        {
            if (timers[i].Key == key)
            {
                timers = timers.RemoveAt(i);
            }
        }

        return timers;
    }
}
