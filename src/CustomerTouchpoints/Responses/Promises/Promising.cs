using System.Globalization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Targets;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Responses.Promises;

/// <summary>Promises: deadlines that customers were told. Facts keep or break them, and nothing moves them.</summary>
internal static class Promising
{
    /// <summary>
    /// The deadlines that a message tells, fixed at its gate and reused by its retries: what may have arrived is never contradicted. Only
    /// where surely nothing has arrived, a deadline that has passed meanwhile is fixed anew; a first attempt that told none is not followed
    /// by one that does.
    /// </summary>
    public static IReadOnlyList<ToldDeadline>? Fix(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
#if PLANTED_BUGS
        touchpoint = Planted.Is(PlantedBug.RetriesTellAnotherDeadline) ? touchpoint with { Deadlines = null } : touchpoint;
#endif
        if (touchpoint.MayBeRepeat || touchpoint.Deadlines?.All(told => told.By > deliberation.Now) == true)
        {
            return touchpoint.Deadlines;
        }

        IReadOnlyList<string> words = deliberation.Settings.DeadlinesIn(touchpoint.Template);
        if (words.Count == 0 || deliberation.Definition.Responses is not { } policy)
        {
            return null;
        }

        ToldDeadline[] deadlines = [.. words.Select(word => DeadlineOf(deliberation, policy, word)).OfType<ToldDeadline>()];
        return deadlines.Length > 0 ? deadlines : null;
    }

    /// <summary>A message has left, or may have: what it told binds us.</summary>
    public static void Bind(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        // What is told to others than the one who asked is no promise to them.
        foreach (ToldDeadline told in touchpoint.Role == deliberation.Definition.Roles[0] ? touchpoint.Deadlines ?? [] : [])
        {
            if (deliberation.Memory.Promises.Any(known => known.Name == told.Clock && known.Cycle == told.Cycle && known.By == told.By))
            {
                continue;
            }

            JourneyPromise promise = New(deliberation, told.Clock, told.By, deliberation.Now) with
            {
                Cycle = told.Cycle,
                ToldBy = touchpoint.IdIn(deliberation.Journey.Id).ToString(),
                Channel = touchpoint.Channel.Name,
            };
            deliberation.Add(
                new Change.PromiseMoved(
                    IsWaitedFor(deliberation, told)
                        ? promise
                        : promise.End(deliberation.Now, hasCome: told.Word == DeadlineWords.Solved || !deliberation.Journey.IsSolved)
                )
            );
        }
    }

    /// <summary>An event makes a promise.</summary>
    public static void Make(Deliberation deliberation, PromiseDraft draft, string eventName, DateTimeOffset at)
    {
        if (
            deliberation.Read($"the promise {draft.Name} of {eventName}", draft.By) is { } by
            && !deliberation.Memory.Promises.Any(known => known.Name == draft.Name && known.By == ToMicroseconds(by))
        )
        {
            deliberation.Add(
                new Change.PromiseMoved(New(deliberation, draft.Name, ToMicroseconds(by), at) with { KeptBy = draft.KeptBy!.Name })
            );
        }
    }

    /// <summary>A response clock has ended: what was promised of its cycle has come, or is no longer waited for.</summary>
    public static void ClockEnded(Deliberation deliberation, JourneyClock clock, bool hasCome)
    {
        foreach (
            JourneyPromise promise in deliberation.Memory.Promises.Where(promise =>
                promise.Name == clock.Clock && promise.Cycle == clock.Cycle
            )
        )
        {
            deliberation.Add(new Change.PromiseMoved(promise.End(clock.EndedAt!.Value, hasCome)));
        }
    }

    /// <summary>
    /// What follows from where journey and conversation are: a state keeps promises, a message to the customer keeps promised updates, and
    /// the end of the matter releases what nobody waits for any more.
    /// </summary>
    public static void Settle(Deliberation deliberation, DateTimeOffset at)
    {
        foreach (JourneyPromise promise in deliberation.Memory.Promises)
        {
            bool isUpdate = promise is { Cycle: 0, KeptBy: null };
            if (isUpdate && deliberation.Exchange.ToldAt > promise.MadeAt)
            {
                deliberation.Add(new Change.PromiseMoved(promise.End(deliberation.Exchange.ToldAt.Value, hasCome: true)));
            }
            else if (promise.KeptBy is { } state && deliberation.Definition.ChainOf(deliberation.Journey.State!).Contains(state))
            {
                deliberation.Add(new Change.PromiseMoved(promise.End(at, hasCome: true)));
            }
            else if (deliberation.Journey.Standing == Standing.Closed || (isUpdate && deliberation.Journey.IsSolved))
            {
                deliberation.Add(new Change.PromiseMoved(promise.End(at, hasCome: false)));
            }
        }
    }

    /// <summary>A deadline has passed, and what was promised has not come.</summary>
    public static void Decide(Deliberation deliberation, Input.PromiseDue due)
    {
        if (deliberation.Memory.Promise(due.Number) is not { Status: PromiseStatus.Open } promise || promise.By > deliberation.Now)
        {
            return;
        }

        string name = new PromiseId(deliberation.Journey.Id, promise.Number).ToString();
        deliberation.Consider(name, null);
        deliberation.Add(new Change.PromiseMoved(promise with { Status = PromiseStatus.Broken }));
        string occurrence = OccurrenceOf(promise);
        foreach (TouchpointRule rule in deliberation.Definition.RulesOn(RuleTrigger.Broken, promise.Name))
        {
            Rules.Speak(deliberation, rule, occurrence, promise.By);
        }

        deliberation.Record(
            EntryKind.Promise,
            name,
            nameof(PromiseStatus.Broken),
            $"{promise.Name} was promised by {promise.By:u}",
            promise.By
        );
    }

    /// <summary>Whether a promise is broken and still waited for, of which a message speaks.</summary>
    public static bool IsBroken(Deliberation deliberation, string name, string occurrence) =>
        deliberation.Memory.Promises.Any(promise =>
            promise.Name == name && promise.Status == PromiseStatus.Broken && OccurrenceOf(promise) == occurrence
        );

    /// <summary>
    /// One apology for a clock, and not one for each new deadline that it names; an event's promises and updates are one occasion each.
    /// </summary>
    private static string OccurrenceOf(JourneyPromise promise) =>
        promise.Cycle > 0
            ? promise.Cycle.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"p{promise.Number}");

    /// <summary>Whether what a message told is still to come by the time at which it has left.</summary>
    private static bool IsWaitedFor(Deliberation deliberation, ToldDeadline told) =>
        told.Cycle == 0
            ? !deliberation.Journey.IsSolved
            : deliberation.Memory.Clock(told.Clock) is { IsOpen: true } clock && clock.Cycle == told.Cycle;

    private static JourneyPromise New(Deliberation deliberation, string name, DateTimeOffset by, DateTimeOffset madeAt) =>
        new()
        {
            Number = deliberation.Memory.Promised + 1,
            Name = name,
            Status = PromiseStatus.Open,
            By = by,
            MadeAt = madeAt,
            Channel = deliberation.Exchange.Channel,
            Representative = deliberation.Exchange.Representative,
        };

    private static ToldDeadline? DeadlineOf(Deliberation deliberation, ResponsePolicy policy, string word)
    {
        foreach (ResponseMetric metric in DeadlineWords.MetricsOf(word))
        {
            JourneyClock? clock = deliberation.Memory.Clocks.FirstOrDefault(clock =>
                clock.Metric == metric && clock.Status == ClockStatus.Running && policy.Clocks.Contains(clock.Clock)
            );
            if (clock is null)
            {
                continue;
            }

            // The message itself is an update, so that the next one is due after it; and a deadline that has passed is none to tell.
            bool isUpdate = ClockSettling.TargetOf(deliberation, clock)!.Draft.IsUpdate;
            DateTimeOffset? by =
                !isUpdate && clock.BreachedAt is null && clock.DueAt > deliberation.Now ? clock.DueAt : Anew(deliberation, clock);
            return by is null ? null : new ToldDeadline(word, clock.Clock, isUpdate ? 0 : clock.Cycle, by.Value);
        }

        return null;
    }

    private static DateTimeOffset? Anew(Deliberation deliberation, JourneyClock clock)
    {
        BusinessCalendar calendar = deliberation.CalendarOf(clock.Calendar);
        return calendar.TryAdd(deliberation.Now, clock.Target, out DateTimeOffset? by) ? ToMicroseconds(by.Value) : null;
    }

    private static DateTimeOffset ToMicroseconds(DateTimeOffset instant) =>
        instant.ToUniversalTime().AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
