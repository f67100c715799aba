using System.Collections.Immutable;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>
/// One fact reaches a customer once, whatever number of rules and roles it matches. Messages that were planned by one entry of the journal
/// and are about the same tell the same fact: one goes first, and the others leave only if it does not.
/// </summary>
internal static class SameFacts
{
    /// <summary>Whether messages of other rules were planned by the entry in the making.</summary>
    public static bool IsAsked(Deliberation deliberation, TouchpointRule rule) =>
        rule.TellsOnce && deliberation.Journey.Touchpoints is [.., var last] && last.PlannedBy == deliberation.EntryNumber;

    /// <summary>Notes which messages of a rule tell what others tell that were planned by the same entry.</summary>
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="before">How many touchpoints were planned before those of the rule.</param>
    public static void Compare(Deliberation deliberation, TouchpointRule rule, long before)
    {
        OpenTouchpoint[] planned = [.. deliberation.Journey.Touchpoints.Where(open => open.PlannedBy == deliberation.EntryNumber)];
        var found = new Dictionary<long, List<OtherTelling>>();
        foreach (OpenTouchpoint own in planned.Where(open => open.Order > before))
        {
            foreach (OpenTouchpoint other in planned.Where(open => open.Order <= before))
            {
                if (deliberation.Definition.FindRule(other.Rule) is { TellsOnce: true } theirs && AreAboutTheSame(rule, theirs))
                {
                    Compare(found, new FactTelling(deliberation, rule, own), new FactTelling(deliberation, theirs, other));
                }
            }
        }

        foreach (OpenTouchpoint open in planned)
        {
            if (found.TryGetValue(open.Order, out List<OtherTelling>? others))
            {
                var same = new SameFact([.. open.SameFact?.Others ?? [], .. others]);
                deliberation.Add(new SameFactFound(open.Order, same, ReasonOf(deliberation, open, others)) { Place = open.Place });
            }
        }
    }

    /// <summary>
    /// Until when a message waits for another one that tells the same fact to the same customer: null for as long as that one is under way,
    /// or will leave in its time. One that has had to wait is waited for no longer than it would hold up others.
    /// </summary>
    /// <param name="touchpoint">The message, which tells a fact that others tell as well.</param>
    /// <param name="other">The other.</param>
    /// <param name="turn">When its turn would come.</param>
    public static DateTimeOffset? TurnBeside(OpenTouchpoint touchpoint, OpenTouchpoint other, DateTimeOffset turn)
    {
        if (other.Customer != touchpoint.Customer || touchpoint.SameFact!.Find(other.Order) is not { } known)
        {
            return turn;
        }

        if (other.Status == TouchpointStatus.Sending)
        {
            return null;
        }

        if (!known.GoesFirst || touchpoint.SameFact.IsToldTo(touchpoint.Customer))
        {
            return turn;
        }

        return Lanes.ReleasedBy(other) is not { } released ? null
            : released > turn ? released
            : turn;
    }

    /// <summary>
    /// A message has told its fact, or may have: those on their way that tell it as well remember it. About one that waits for a person,
    /// that person decides.
    /// </summary>
    public static void PassOn(JourneyBuilder journey, OpenTouchpoint teller)
    {
        if (teller.Customer is not { } customer)
        {
            return;
        }

        TouchpointMemory memory = journey.TouchpointMemory;
        var told = new ToldFact(teller.IdIn(journey.Id), customer);
        foreach (OpenTouchpoint other in memory.Open)
        {
            if (other.SameFact is { } fact && fact.Find(teller.Order) is { Told: null })
            {
                memory = memory.Exchange(other with { SameFact = fact.After(teller.Order, told) });
            }
        }

        journey.Remember(memory);
    }

    /// <summary>The messages of a journey that are to leave rather than another one, to the same customer.</summary>
    public static IEnumerable<OpenTouchpoint> Before(OpenTouchpoint touchpoint, ImmutableArray<OpenTouchpoint> open) =>
        touchpoint.SameFact is { } fact
            ? open.Where(other => other.Customer == touchpoint.Customer && fact.Find(other.Order) is { GoesFirst: true })
            : [];

    private static void Compare(Dictionary<long, List<OtherTelling>> found, FactTelling one, FactTelling other)
    {
        bool goesFirst = one.GoesBefore(other);
        if (other.StandsFor(one, !goesFirst))
        {
            Note(found, one, new OtherTelling(other.Message.Order) { GoesFirst = !goesFirst });
        }

        if (one.StandsFor(other, goesFirst))
        {
            Note(found, other, new OtherTelling(one.Message.Order) { GoesFirst = goesFirst });
        }
    }

    private static void Note(Dictionary<long, List<OtherTelling>> found, FactTelling telling, OtherTelling other)
    {
        if (!found.TryGetValue(telling.Message.Order, out List<OtherTelling>? others))
        {
            found[telling.Message.Order] = others = [];
        }

        others.Add(other);
    }

    /// <summary>
    /// A promotion never stands for what has happened, nor the other way round; what is declared as a topic of its own is another thing.
    /// </summary>
    private static bool AreAboutTheSame(TouchpointRule one, TouchpointRule other) =>
        one.Topic?.Name == other.Topic?.Name && one.Category == Category.Promotional == (other.Category == Category.Promotional);

    private static Reason ReasonOf(Deliberation deliberation, OpenTouchpoint open, List<OtherTelling> others) =>
        open.Status == TouchpointStatus.Planned
        && others.Find(other => other.GoesFirst) is { } first
        && deliberation.Journey.Touchpoint(first.Order) is { } goesFirst
            ? PlanReasons.StandsBack.After(open.Reason, goesFirst.Rule)
            : open.Reason;
}
