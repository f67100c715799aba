using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Feedback.Surveys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>What follows from a fact: a journey opens, moves, stays, or the fact is too late, too early, or nothing to it.</summary>
internal static class Facts
{
    /// <summary>The most that a journey's events together may bring, in characters of JSON.</summary>
    private const int MostJourneyData = 512 * 1024;

    public static void Decide(Deliberation deliberation, IncomingEvent reported)
    {
        IncomingEvent fact = Parties.Resolved(deliberation, reported);
        if (Parties.AreErased(deliberation, fact))
        {
            deliberation.Consider(fact.Name, null);
            Record(deliberation, fact, RaiseOutcome.Closed, IdentityReasons.Erased);
            return;
        }

        deliberation.Consider(fact.Name, fact.Data);
        if (fact.Name == SurveyAnswer.EventName && deliberation.Journey.Standing == JourneyStanding.Closed)
        {
            // What customers say of it afterwards is kept, and moves nothing.
            Merge(deliberation, onlyMissing: false);
            Record(deliberation, fact, RaiseOutcome.Handled, SurveyReasons.Given.With(GivenFeedback.In(fact.Data).Survey));
        }
        else if (deliberation.Journey.Standing == JourneyStanding.Closed)
        {
            Record(deliberation, fact, RaiseOutcome.Closed, FactReasons.Closed.With(deliberation.Journey.State));
        }
        else if (Stranger(deliberation.Journey, fact) is { } role)
        {
            Record(deliberation, fact, RaiseOutcome.Conflict, FactReasons.RoleTaken.With(role));
        }
        else if (deliberation.Journey.Standing == JourneyStanding.Awaiting)
        {
            Parties.Identify(deliberation, fact.Parties);
            OpenOrPark(deliberation, fact);
        }
        else
        {
            Parties.Identify(deliberation, fact.Parties);
            (RaiseOutcome outcome, Reason reason) = Answer(deliberation, fact);
            ExchangeSettling.Note(deliberation, fact.Name, OccurredAt(deliberation, fact));
            Complaining.Settle(deliberation);
            Record(deliberation, fact, outcome, reason);
        }
    }

    /// <summary>The same event id with another name or other data: reported and journaled, and nothing changes.</summary>
    public static void Refuse(Deliberation deliberation, FactRepeated repeat)
    {
        deliberation.Consider(repeat.Event.Name, deliberation.Journey.IsErased ? null : repeat.Event.Data);
        Record(
            deliberation,
            repeat.Event,
            RaiseOutcome.Conflict,
            FactReasons.IdReused.With(repeat.Event.Id, repeat.FirstOutcome.ToString())
        );
    }

    public static void Record(Deliberation deliberation, IncomingEvent fact, RaiseOutcome outcome, Reason reason) =>
        deliberation.Record(
            JournalEntryKind.Event,
            fact.Name,
            outcome.ToEntryOutcome(),
            reason,
            fact.OccurredAt ?? deliberation.Now,
            fact.Id
        );

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

    /// <summary>The state in which a fact opens the journey; null when it does not.</summary>
    private static State? Beginning(Deliberation deliberation, IncomingEvent fact) =>
        deliberation.Definition.OpenedBy(fact.Name) is { } declared ? declared
        : deliberation.Journey.PartyOf(deliberation.Definition.Roles[0]) is not null
        && deliberation.Definition.StepReachedBy(fact.Name) is { } step
            ? deliberation.Definition.Line[step].State
        : null;

    private static void OpenOrPark(Deliberation deliberation, IncomingEvent fact)
    {
        if (Beginning(deliberation, fact) is not { } beginning)
        {
            Park(deliberation, fact);
            return;
        }

        Open(deliberation, fact, beginning);
        Record(deliberation, fact, RaiseOutcome.Moved, FactReasons.Opened.With(beginning.Name));
    }

    private static void Open(Deliberation deliberation, IncomingEvent fact, State beginning)
    {
        Merge(deliberation, onlyMissing: false);
        Movement.To(deliberation, beginning, OccurredAt(deliberation, fact), explicitly: false);
        Planning.OnEvent(deliberation, fact.Name, fact.Id, OccurredAt(deliberation, fact), moved: true);
        ExchangeSettling.Begin(deliberation, fact.Name, OccurredAt(deliberation, fact));
        Complaining.Settle(deliberation);
    }

    /// <summary>
    /// Opens a journey with the first fact that waits for its customer, now that they are known; the others follow as after any opening.
    /// </summary>
    public static void OpenWaiting(Deliberation deliberation)
    {
        foreach (ParkedEvent parked in deliberation.Journey.Parked.OrderBy(parked => parked.OccurredAt))
        {
            IncomingEvent fact = Parked(deliberation.Journey.Id, parked);
            if (Beginning(deliberation, fact) is { } beginning)
            {
                deliberation.Consider(parked.Name, parked.Data);
                deliberation.Add(new EventUnparked(parked.Id));
                Open(deliberation, fact, beginning);
                Record(deliberation, fact, RaiseOutcome.Moved, FactReasons.HadWaited.After(FactReasons.Opened.With(beginning.Name)));
                return;
            }
        }
    }

    private static void Park(Deliberation deliberation, IncomingEvent fact)
    {
        if (deliberation.Journey.Parked.Length >= deliberation.Settings.MostParked)
        {
            Record(deliberation, fact, RaiseOutcome.NoEffect, FactReasons.TooManyParked.With(deliberation.Settings.MostParked));
            return;
        }

        if (deliberation.Journey.Parked.Sum(parked => parked.Data.GetRawText().Length) + fact.Data.GetRawText().Length > MostJourneyData)
        {
            throw new DataLimitException(FactReasons.TooMuchParked.With(MostJourneyData));
        }

        DateTimeOffset occurredAt = OccurredAt(deliberation, fact);
        deliberation.Add(new EventParked(fact.Id, fact.Name, occurredAt));
        Reason reason = deliberation.Definition.StepReachedBy(fact.Name) is null ? FactReasons.NotOpening : FactReasons.CustomerUnknown;
        Record(deliberation, fact, RaiseOutcome.Parked, reason);
    }

    /// <summary>A fact that waited for the journey to open is applied as if it came now.</summary>
    public static void Unpark(Deliberation deliberation, ParkedEvent parked)
    {
        deliberation.Consider(parked.Name, parked.Data);
        deliberation.Add(new EventUnparked(parked.Id));
        IncomingEvent fact = Parked(deliberation.Journey.Id, parked);
        long planned = deliberation.Journey.Planned;
        (RaiseOutcome outcome, Reason reason) =
            deliberation.Journey.Standing == JourneyStanding.Closed
                ? (RaiseOutcome.Closed, FactReasons.Closed.With(deliberation.Journey.State))
                : Answer(deliberation, fact);
        Planning.TellNewest(deliberation, planned);
        ExchangeSettling.Note(deliberation, fact.Name, parked.OccurredAt);
        Complaining.Settle(deliberation);
        Record(deliberation, fact, outcome, FactReasons.HadWaited.After(reason));
    }

    private static IncomingEvent Parked(JourneyId journey, ParkedEvent parked) =>
        new()
        {
            Journey = journey,
            Name = parked.Name,
            Id = parked.Id,
            OccurredAt = parked.OccurredAt,
            Data = parked.Data,
        };

    /// <summary>Searches the state, its superstates outward, what holds while open, and the line.</summary>
    public static (RaiseOutcome Outcome, Reason Reason) Answer(Deliberation deliberation, IncomingEvent fact)
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
                return (RaiseOutcome.Handled, FactReasons.Handled.With(from));
            }

            if (transition.LeadsOnlyTo(from))
            {
                Planning.OnEvent(deliberation, fact.Name, fact.Id, occurredAt, moved: false);
                return (RaiseOutcome.Handled, FactReasons.AlreadyReached.With(from));
            }

            State target = transition.Target ?? definition.FindState(from)!;
            Movement.To(deliberation, target, occurredAt, explicitly: true);
            Planning.OnEvent(deliberation, fact.Name, fact.Id, occurredAt, moved: true);
            return (RaiseOutcome.Moved, FactReasons.Moved.With(from, target.Name));
        }

        if (overtaken)
        {
            // What a fact brings that the line has passed never replaces anything newer.
            Merge(deliberation, onlyMissing: true);
            string mark = definition.Line[deliberation.Journey.Mark].State.Name;
            return step == deliberation.Journey.Mark
                ? (RaiseOutcome.NoEffect, FactReasons.AlreadyReached.With(mark))
                : (RaiseOutcome.Late, FactReasons.ReachedLaterState.With(mark));
        }

        if (step is { } next)
        {
            State target = definition.Line[next].State;
            Merge(deliberation, onlyMissing: false);
            Movement.To(deliberation, target, occurredAt, explicitly: false);
            Planning.OnEvent(deliberation, fact.Name, fact.Id, occurredAt, moved: true);
            return (RaiseOutcome.Moved, FactReasons.Moved.With(from, target.Name));
        }

        if (fact.Name == SurveyAnswer.EventName)
        {
            Merge(deliberation, onlyMissing: false);
            Planning.OnEvent(deliberation, fact.Name, fact.Id, occurredAt, moved: false);
            return (RaiseOutcome.Handled, SurveyReasons.Given.With(GivenFeedback.In(fact.Data).Survey));
        }

        if (refusals is null && definition.RulesOn(RuleTrigger.Event, fact.Name).Length > 0)
        {
            Merge(deliberation, onlyMissing: false);
            Planning.OnEvent(deliberation, fact.Name, fact.Id, occurredAt, moved: false);
            return (RaiseOutcome.Handled, FactReasons.Told.With(from));
        }

        if (refusals is null && definition.Responses?.Meanings.ContainsKey(fact.Name) == true)
        {
            Merge(deliberation, onlyMissing: false);
            return (RaiseOutcome.Handled, FactReasons.Noted.With(from));
        }

        return (
            RaiseOutcome.NoEffect,
            refusals switch
            {
                null => FactReasons.NotAnswered.With(from, fact.Name),
                [var refusal] => FactReasons.GuardRefused.With(from, fact.Name, refusal),
                _ => FactReasons.GuardsRefused.With(from, fact.Name, string.Join("; ", refusals)),
            }
        );
    }

    /// <exception cref="DataLimitException">The journey would carry too much data; the event is then faulted.</exception>
    private static void Merge(Deliberation deliberation, bool onlyMissing)
    {
        if (TouchpointEventName.IsOne(deliberation.Cause))
        {
            // What became of a message is told to guards and rules, and is no data of the host's.
            return;
        }

        deliberation.Add(new DataMerged(onlyMissing));
        if (deliberation.Journey.Data.Text.Length > MostJourneyData)
        {
            throw new DataLimitException(FactReasons.TooMuchData.With(deliberation.Journey.Data.Text.Length, MostJourneyData));
        }
    }

    private static DateTimeOffset OccurredAt(Deliberation deliberation, IncomingEvent fact) => fact.OccurredAt ?? deliberation.Now;
}
