using System.Globalization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Calendars;
using CustomerTouchpoints.Touchpoints.Digests;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>What touchpoint rules make of an occasion: touchpoints, or a reason why not.</summary>
internal static class Planning
{
    public static void OnLeaving(Deliberation deliberation, string scope, DateTimeOffset occurredAt)
    {
        foreach (TouchpointRule rule in deliberation.Definition.RulesOn(RuleTrigger.Leaving, scope))
        {
            Plan(deliberation, rule, VisitOf(deliberation, scope), occurredAt);
        }
    }

    public static void OnEntering(Deliberation deliberation, string scope, DateTimeOffset occurredAt)
    {
        Enter(deliberation, RuleTrigger.Entering, scope, occurredAt);
        if (deliberation.Journey.VisitOf(scope)!.Number > 1)
        {
            Enter(deliberation, RuleTrigger.Reentering, scope, occurredAt);
        }
    }

    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="eventName">The event that was accepted.</param>
    /// <param name="eventId">The host's id of it: the occurrence.</param>
    /// <param name="occurredAt">When it happened.</param>
    /// <param name="moved">Whether it moved the journey: what the solving itself plans stands.</param>
    public static void OnEvent(Deliberation deliberation, string eventName, string eventId, DateTimeOffset occurredAt, bool moved)
    {
        foreach (TouchpointRule rule in deliberation.Definition.RulesOn(RuleTrigger.Event, eventName))
        {
            if (deliberation.Journey.IsSolved && !moved && !rule.Afterwards)
            {
                Decline(deliberation, rule, PlanReasons.MatterSolved);
            }
            else
            {
                Plan(deliberation, rule, eventId, occurredAt);
            }
        }
    }

    /// <summary>Plans a rule's touchpoints, one for each route, unless a condition says no.</summary>
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="occurrence">The occasion, as the touchpoint's id names it.</param>
    /// <param name="due">When it is to be told.</param>
    /// <param name="scope">The state it depends on, for a message that tells a condition.</param>
    /// <returns>Whether it was planned.</returns>
    public static bool Plan(Deliberation deliberation, TouchpointRule rule, string occurrence, DateTimeOffset due, string? scope = null)
    {
        if (rule.IsOff)
        {
            Decline(deliberation, rule, PlanReasons.RuleOff);
            return false;
        }

        if (deliberation.Journey.PartyOf(rule.Role) is { IsErased: true })
        {
            Decline(deliberation, rule, IdentityReasons.Erased);
            return false;
        }

        if (rule.Survey is not null && deliberation.Definition.FindTimed(deliberation.Cause) is not null)
        {
            Decline(deliberation, rule, SurveyReasons.ClosedByItself);
            return false;
        }

        // A message that waits is asked at its gate, when its time has come.
        if (!rule.Waits && deliberation.Refusal(rule) is { } refusal)
        {
            Decline(deliberation, rule, refusal);
            return false;
        }

        if (deliberation.Journey.Told.Contains(new ToldOccasion(rule.Key, occurrence)))
        {
            Decline(deliberation, rule, PlanReasons.ToldAlready.With(null, null));
            return false;
        }

        if (deliberation.Journey.TouchpointMemory.IsFull(deliberation.Settings.MostOpen))
        {
            LeaveOut(deliberation, rule.Key, PlanReasons.TooManyOpen.With(deliberation.Journey.TouchpointMemory.Unfinished));
            return false;
        }

        (bool isBeside, long before) = (SameFacts.IsAsked(deliberation, rule), deliberation.Journey.Planned);
        DigestPlace? digest = DigestPlanning.PlaceOf(deliberation, rule);
        int? step = rule.Trigger == RuleTrigger.Entering && !rule.Waits ? deliberation.Definition.StepOf(rule.State!.Name) : null;
        Standby? standby = null;
        foreach (IReadOnlyList<Channel> route in rule.Routes)
        {
            Party? party = deliberation.Journey.PartyOf(rule.Role);
            standby = rule.FallbackBy(route) is { } fallback
                ? new Standby(
                    [.. standby?.Earlier ?? [], new EarlierMessage(deliberation.Journey.Planned, fallback.Unless)],
                    fallback.After,
                    (standby?.Until ?? due) + fallback.After
                )
                : null;
            var planned = new OpenTouchpoint
            {
                Order = deliberation.Journey.Planned + 1,
                Rule = rule.Key,
                Template = rule.Template,
                Category = rule.Category,
                Occurrence = occurrence,
                Role = rule.Role,
                Customer = party?.Customer,
                Route = route[0],
                Channel = route[0],
                Status = party is null ? TouchpointStatus.Held : TouchpointStatus.Planned,
                Reason = party is null ? PlanReasons.NobodyInRole.With(rule.Role) : CauseOf(deliberation, rule),
                PlannedBy = deliberation.EntryNumber,
                PlannedAt = deliberation.Now,
                Due = due,
                NextAt = party is null ? null : due,
                Waiting = party is null ? new TouchpointWait(deliberation.Now) : null,
                Scope = scope,
                Visit = scope is null ? 0 : deliberation.Journey.VisitOf(scope)!.Number,
                Step = step,
                Standby = standby,
                CarriesData = rule.Trigger == RuleTrigger.Event,
                InDigest = digest,
            };
            if (standby is not null && party is not null)
            {
                planned = planned with
                {
                    Status = TouchpointStatus.Held,
                    Reason = FallbackReasons.StandsBy.With(TouchpointEventName.Word(standby.Last.Unless), standby.Until),
                    NextAt = standby.Until,
                };
            }

            deliberation.Add(new TouchpointPlanned(planned));
            Overtake(deliberation, planned);
            DigestPlanning.Replace(deliberation, rule, planned);
        }

        if (isBeside)
        {
            SameFacts.Compare(deliberation, rule, before);
        }

        return true;
    }

    /// <summary>
    /// A journey opens, and what had waited for that moves it on at once: of what both tell, the newest is told. A line is told step by
    /// step all the same, and what must be heard is.
    /// </summary>
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="before">How many touchpoints were planned before.</param>
    public static void TellNewest(Deliberation deliberation, long before)
    {
        foreach (
            OpenTouchpoint newer in deliberation
                .Journey.Touchpoints.Where(open => open.Order > before && open.Step is null && TellsEntering(deliberation, open))
                .ToArray()
        )
        {
            foreach (OpenTouchpoint older in deliberation.Journey.Touchpoints)
            {
                if (
                    older.Order <= before
                    && older.Role == newer.Role
                    && older.Route == newer.Route
                    && older.IsWaiting
                    && TellsAtOnce(deliberation, older)
                    && CanBeOvertaken(deliberation, older)
                )
                {
                    deliberation.Add(
                        new TouchpointEnded(
                            older.Order,
                            older.Unsent(TouchpointStatus.Merged),
                            PlanReasons.OvertakenAtOpening.With(newer.Rule)
                        )
                    );
                }
            }
        }
    }

    /// <summary>
    /// Plans what a clock or a promise has to say. Time goes on whatever a condition of the host does: one that throws costs its own
    /// message only.
    /// </summary>
    public static void Speak(Deliberation deliberation, TouchpointRule rule, string occurrence, DateTimeOffset due)
    {
        try
        {
            Plan(deliberation, rule, occurrence, due);
        }
        catch (ConditionFailedException fault)
        {
            Decline(deliberation, rule, fault.Reason);
        }
    }

    /// <summary>Notes that something is not told or promised, because too much of the journey waits already: a feed that loops.</summary>
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="what">The rule's key, or the promise's name.</param>
    /// <param name="reason">How much waits.</param>
    public static void LeaveOut(Deliberation deliberation, string what, Reason reason) =>
        deliberation.Add(new RuleDeclined(what, reason) { IsLeftOut = true });

    private static void Enter(Deliberation deliberation, RuleTrigger trigger, string scope, DateTimeOffset occurredAt)
    {
        foreach (TouchpointRule rule in deliberation.Definition.RulesOn(trigger, scope))
        {
            if (!rule.Waits)
            {
                Plan(deliberation, rule, VisitOf(deliberation, scope), occurredAt);
            }
            else if (deliberation.Journey.IsSolved && !rule.Afterwards)
            {
                Decline(deliberation, rule, PlanReasons.NotAfterwards);
            }
            else
            {
                Plan(deliberation, rule, VisitOf(deliberation, scope), DueOf(deliberation, rule, occurredAt), scope);
            }
        }
    }

    /// <summary>Why it is planned. A message that waits is asked for whom it is at its gate.</summary>
    private static Reason CauseOf(Deliberation deliberation, TouchpointRule rule) =>
        rule.Waits || rule.SegmentsTold is not { Length: > 0 } segments
            ? PlanReasons.Planned.With(deliberation.Cause)
            : SegmentReasons.PlannedFor.With(deliberation.Cause, segments);

    private static DateTimeOffset DueOf(Deliberation deliberation, TouchpointRule rule, DateTimeOffset occurredAt)
    {
        DateTimeOffset due = occurredAt + (rule.Span ?? TimeSpan.Zero);
        return rule.LocalTime is { } time ? LocalTimes.NextAt(time, deliberation.ZoneOf(rule.Role), due) : due;
    }

    /// <summary>A fact of the line that had to wait is told by the newer one, unless it must be heard.</summary>
    private static void Overtake(Deliberation deliberation, OpenTouchpoint newer)
    {
        if (newer.Step is null)
        {
            return;
        }

        foreach (OpenTouchpoint older in deliberation.Journey.Touchpoints)
        {
            if (
                older.Step < newer.Step
                && older.Role == newer.Role
                && older.Route == newer.Route
                && older.Status == TouchpointStatus.Held
                && CanBeOvertaken(deliberation, older)
            )
            {
                deliberation.Add(
                    new TouchpointEnded(older.Order, older.Unsent(TouchpointStatus.Merged), PlanReasons.Overtaken.With(newer.Rule))
                );
            }
        }
    }

    /// <summary>The newer fact of the line that tells a fact as well, should it have to wait; null when none does.</summary>
    public static OpenTouchpoint? Overtaker(Deliberation deliberation, OpenTouchpoint older) =>
        older.Step is { } step && CanBeOvertaken(deliberation, older)
            ? deliberation.Journey.Touchpoints.FirstOrDefault(newer =>
                newer.Step > step && newer.Role == older.Role && newer.Route == older.Route
            )
            : null;

    private static bool CanBeOvertaken(Deliberation deliberation, OpenTouchpoint older) =>
        deliberation.Definition.FindRule(older.Rule) is not { MustBeHeard: true };

    private static bool TellsEntering(Deliberation deliberation, OpenTouchpoint open) =>
        deliberation.Definition.FindRule(open.Rule) is { Trigger: RuleTrigger.Entering or RuleTrigger.Reentering, Waits: false };

    private static bool TellsAtOnce(Deliberation deliberation, OpenTouchpoint open) =>
        TellsEntering(deliberation, open)
        || deliberation.Definition.FindRule(open.Rule) is { Trigger: RuleTrigger.Event or RuleTrigger.Leaving, Waits: false };

    private static void Decline(Deliberation deliberation, TouchpointRule rule, Reason reason) =>
        deliberation.Add(new RuleDeclined(rule.Key, reason));

    private static string VisitOf(Deliberation deliberation, string scope) =>
        deliberation.Journey.VisitOf(scope)!.Number.ToString(CultureInfo.InvariantCulture);
}
