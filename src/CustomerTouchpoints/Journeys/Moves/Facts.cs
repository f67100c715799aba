using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>What follows from a fact: a journey opens, moves, stays, or the fact is too late, too early, or nothing to it.</summary>
internal static class Facts
{
    /// <summary>The most that a journey's events together may bring, in characters of JSON.</summary>
    private const int MostJourneyData = 512 * 1024;

    public static void Decide(Deliberation deliberation, IncomingEvent fact)
    {
        deliberation.Consider(fact.Name, fact.Data);
        if (deliberation.Journey.Standing == JourneyStanding.Closed)
        {
            Record(deliberation, fact, RaiseOutcome.Closed, $"the journey ended in {deliberation.Journey.State} for good");
        }
        else if (Stranger(deliberation.Journey, fact) is { } role)
        {
            Record(deliberation, fact, RaiseOutcome.Conflict, $"the role {role} is already filled by another customer");
        }
        else if (deliberation.Journey.Standing == JourneyStanding.Awaiting)
        {
            Parties.Identify(deliberation, fact.Parties);
            OpenOrPark(deliberation, fact);
        }
        else
        {
            Parties.Identify(deliberation, fact.Parties);
            (RaiseOutcome outcome, string reason) = Answer(deliberation, fact);
            ExchangeSettling.Note(deliberation, fact.Name, OccurredAt(deliberation, fact));
            Record(deliberation, fact, outcome, reason);
        }
    }

    /// <summary>The same event id with another name or other data: reported and journaled, and nothing changes.</summary>
    public static void Refuse(Deliberation deliberation, FactRepeated repeat)
    {
        deliberation.Consider(repeat.Event.Name, repeat.Event.Data);
        Record(
            deliberation,
            repeat.Event,
            RaiseOutcome.Conflict,
            $"the event id \"{repeat.Event.Id}\" was raised before with another name or other data; it was {repeat.FirstOutcome} then. "
                + "Give this fact an id of its own"
        );
    }

    public static void Record(Deliberation deliberation, IncomingEvent fact, RaiseOutcome outcome, string reason) =>
        deliberation.Record(JournalEntryKind.Event, fact.Name, outcome.ToString(), reason, fact.OccurredAt ?? deliberation.Now, fact.Id);

    /// <summary>The first role that this fact would give to somebody else, or null.</summary>
    private static string? Stranger(JourneySnapshot journey, IncomingEvent fact)
    {
        foreach ((string role, CustomerId customer) in fact.Parties)
        {
            if (journey.PartyOf(role) is { } known && known.Customer != customer)
            {
                return role;
            }
        }

        return null;
    }

    private static void OpenOrPark(Deliberation deliberation, IncomingEvent fact)
    {
        State? beginning = deliberation.Definition.OpenedBy(fact.Name);
        if (
            beginning is null
            && deliberation.Journey.PartyOf(deliberation.Definition.Roles[0]) is not null
            && deliberation.Definition.StepReachedBy(fact.Name) is { } step
        )
        {
            beginning = deliberation.Definition.Line[step].State;
        }

        if (beginning is null)
        {
            Park(deliberation, fact);
            return;
        }

        Merge(deliberation, onlyMissing: false);
        Movement.To(deliberation, beginning, OccurredAt(deliberation, fact), explicitly: false);
        Planning.OnEvent(deliberation, fact.Name, fact.Id, OccurredAt(deliberation, fact), moved: true);
        ExchangeSettling.Begin(deliberation, fact.Name, OccurredAt(deliberation, fact));
        Record(deliberation, fact, RaiseOutcome.Moved, $"opened in {beginning.Name}");
    }

    private static void Park(Deliberation deliberation, IncomingEvent fact)
    {
        if (deliberation.Journey.Parked.Length >= deliberation.Settings.MostParked)
        {
            Record(
                deliberation,
                fact,
                RaiseOutcome.NoEffect,
                $"the journey has not opened, and {deliberation.Settings.MostParked} events wait for it already"
            );
            return;
        }

        if (deliberation.Journey.Parked.Sum(parked => parked.Data.GetRawText().Length) + fact.Data.GetRawText().Length > MostJourneyData)
        {
            throw new DataLimitException(
                $"the events that wait for the journey to open would carry more than {MostJourneyData} characters. Say who its customer "
                    + "is, or raise less data."
            );
        }

        DateTimeOffset occurredAt = OccurredAt(deliberation, fact);
        deliberation.Add(new EventParked(fact.Id, fact.Name, occurredAt));
        string reason = deliberation.Definition.StepReachedBy(fact.Name) is null
            ? "the journey has not opened, and this event does not open it"
            : "the journey has not opened: nobody has said who its customer is";
        Record(deliberation, fact, RaiseOutcome.Parked, reason);
    }

    /// <summary>A fact that waited for the journey to open is applied as if it came now.</summary>
    public static void Unpark(Deliberation deliberation, ParkedEvent parked)
    {
        deliberation.Consider(parked.Name, parked.Data);
        deliberation.Add(new EventUnparked(parked.Id));
        var fact = new IncomingEvent
        {
            Journey = deliberation.Journey.Id,
            Name = parked.Name,
            Id = parked.Id,
            OccurredAt = parked.OccurredAt,
            Data = parked.Data,
        };
        (RaiseOutcome outcome, string reason) =
            deliberation.Journey.Standing == JourneyStanding.Closed
                ? (RaiseOutcome.Closed, $"the journey ended in {deliberation.Journey.State} for good")
                : Answer(deliberation, fact);
        ExchangeSettling.Note(deliberation, fact.Name, parked.OccurredAt);
        Record(deliberation, fact, outcome, $"had waited for the journey to open: {reason}");
    }

    /// <summary>Searches the state, its superstates outward, what holds while open, and the line.</summary>
    private static (RaiseOutcome Outcome, string Reason) Answer(Deliberation deliberation, IncomingEvent fact)
    {
        LifecycleDefinition definition = deliberation.Definition;
        string from = deliberation.Journey.State!;
        int? step = definition.StepReachedBy(fact.Name);
        bool overtaken = step is { } reached && reached <= deliberation.Journey.Mark;
        DateTimeOffset occurredAt = OccurredAt(deliberation, fact);
        List<string>? refusals = null;

        foreach (Transition transition in definition.TransitionsOn(from, fact.Name))
        {
            if (deliberation.FirstRefusal(transition.Guards) is { } refusal)
            {
                (refusals ??= []).Add(refusal);
                continue;
            }

            Merge(deliberation, onlyMissing: false);
            if (transition.Kind == TransitionKind.Stay)
            {
                Planning.OnEvent(deliberation, fact.Name, fact.Id, occurredAt, moved: false);
                return (RaiseOutcome.Handled, $"handled in {from}");
            }

            State target = transition.Target ?? definition.FindState(from)!;
            Movement.To(deliberation, target, occurredAt, explicitly: true);
            Planning.OnEvent(deliberation, fact.Name, fact.Id, occurredAt, moved: true);
            return (RaiseOutcome.Moved, $"{from} → {target.Name}");
        }

        if (overtaken)
        {
            // What a fact brings that the line has passed never replaces anything newer.
            Merge(deliberation, onlyMissing: true);
            string mark = definition.Line[deliberation.Journey.Mark].State.Name;
            return step == deliberation.Journey.Mark
                ? (RaiseOutcome.NoEffect, $"{mark} was already reached")
                : (RaiseOutcome.Late, $"the line has already reached {mark}");
        }

        if (step is { } next)
        {
            State target = definition.Line[next].State;
            Merge(deliberation, onlyMissing: false);
            Movement.To(deliberation, target, occurredAt, explicitly: false);
            Planning.OnEvent(deliberation, fact.Name, fact.Id, occurredAt, moved: true);
            return (RaiseOutcome.Moved, $"{from} → {target.Name}");
        }

        if (refusals is null && definition.RulesOn(RuleTrigger.Event, fact.Name).Length > 0)
        {
            Merge(deliberation, onlyMissing: false);
            Planning.OnEvent(deliberation, fact.Name, fact.Id, occurredAt, moved: false);
            return (RaiseOutcome.Handled, $"told in {from}");
        }

        if (refusals is null && definition.Responses?.Meanings.ContainsKey(fact.Name) == true)
        {
            Merge(deliberation, onlyMissing: false);
            return (RaiseOutcome.Handled, $"noted in {from}");
        }

        return refusals is not null
            ? (RaiseOutcome.NoEffect, $"{from} answers {fact.Name} only when {string.Join(", or when ", refusals)}")
            : (RaiseOutcome.NoEffect, $"{from} does not answer {fact.Name}");
    }

    /// <exception cref="DataLimitException">The journey would carry too much data; the event is then faulted.</exception>
    private static void Merge(Deliberation deliberation, bool onlyMissing)
    {
        deliberation.Add(new DataMerged(onlyMissing));
        if (deliberation.Journey.Data.Text.Length > MostJourneyData)
        {
            throw new DataLimitException(
                $"the journey's data would grow to {deliberation.Journey.Data.Text.Length} characters; {MostJourneyData} is the most. "
                    + "Raise less data, or under names that replace older ones."
            );
        }
    }

    private static DateTimeOffset OccurredAt(Deliberation deliberation, IncomingEvent fact) => fact.OccurredAt ?? deliberation.Now;
}
