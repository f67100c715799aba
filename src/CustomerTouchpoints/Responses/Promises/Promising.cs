using System.Globalization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Meanings;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Responses.Promises;

/// <summary>Promises: deadlines that customers were told. Facts keep or break them, and nothing moves them.</summary>
internal static class Promising
{
    /// <summary>An event makes a promise.</summary>
    public static void Make(Deliberation deliberation, PromiseDraft draft, string eventName, DateTimeOffset at)
    {
        if (
            deliberation.Read($"the promise {draft.Name} of {eventName}", draft.By) is { } by
            && !deliberation.Journey.Promises.All.Any(known => known.Name == draft.Name && known.By == ToMicroseconds(by))
        )
        {
            if (deliberation.Journey.Promises.All.Length >= deliberation.Settings.MostOpen)
            {
                Reason reason = PlanReasons.TooManyPromises.With(deliberation.Journey.Promises.All.Length);
                Planning.LeaveOut(deliberation, draft.Name, reason);
                return;
            }

            deliberation.Add(new PromiseMoved(New(deliberation, draft.Name, ToMicroseconds(by), at) with { KeptBy = draft.KeptBy!.Name }));
        }
    }

    /// <summary>A response clock has ended: what was promised of its cycle has come, or is no longer waited for.</summary>
    public static void Settle(Deliberation deliberation, string clock, int cycle, DateTimeOffset endedAt, bool hasCome)
    {
        foreach (
            JourneyPromise promise in deliberation.Journey.Promises.All.Where(promise => promise.Name == clock && promise.Cycle == cycle)
        )
        {
            deliberation.Add(new PromiseMoved(promise.End(endedAt, hasCome)));
        }
    }

    /// <summary>
    /// What follows from where journey and conversation are: a state keeps promises, a message to the customer keeps promised updates, and
    /// the end of the matter releases what nobody waits for any more.
    /// </summary>
    public static void Settle(Deliberation deliberation, DateTimeOffset at)
    {
        foreach (JourneyPromise promise in deliberation.Journey.Promises.All.Where(promise => promise.IsWaitedFor))
        {
            bool isUpdate = promise is { Cycle: 0, KeptBy: null };
            if (isUpdate && deliberation.Journey.Exchange.ToldAt is { } told && told > promise.MadeAt)
            {
                deliberation.Add(new PromiseMoved(promise.End(told, hasCome: true)));
            }
            else if (promise.KeptBy is { } state && deliberation.Definition.ChainOf(deliberation.Journey.State!).Contains(state))
            {
                deliberation.Add(new PromiseMoved(promise.End(at, hasCome: true)));
            }
            else if (deliberation.Journey.Standing == JourneyStanding.Closed || (isUpdate && deliberation.Journey.IsSolved))
            {
                deliberation.Add(new PromiseMoved(promise.End(at, hasCome: false)));
            }
        }
    }

    /// <summary>A deadline has passed, and what was promised has not come.</summary>
    public static void Decide(Deliberation deliberation, PromiseDue due)
    {
        if (deliberation.Journey.Promises.Find(due.Number) is not { Status: PromiseStatus.Open } promise || promise.By > deliberation.Now)
        {
            return;
        }

        string name = new PromiseId(deliberation.Journey.Id, promise.Number).ToString();
        deliberation.Consider(name, null);
        deliberation.Add(new PromiseMoved(promise with { Status = PromiseStatus.Broken }));
        string occurrence = OccurrenceOf(promise);
        foreach (TouchpointRule rule in deliberation.Definition.RulesOn(RuleTrigger.Broken, promise.Name))
        {
            Planning.Speak(deliberation, rule, occurrence, promise.By);
        }

        deliberation.Record(
            JournalEntryKind.Promise,
            name,
            JournalEntryOutcome.Broken,
            ClockReasons.PromiseBroken.With(promise.Name, promise.By),
            promise.By
        );
    }

    /// <summary>Whether a promise is broken and still waited for, of which a message speaks.</summary>
    public static bool IsBroken(Deliberation deliberation, string name, string occurrence) =>
        deliberation.Journey.Promises.All.Any(promise =>
            promise.Name == name && promise is { Status: PromiseStatus.Broken, IsWaitedFor: true } && OccurrenceOf(promise) == occurrence
        );

    /// <summary>
    /// One apology for a clock, and not one for each new deadline that it names; an event's promises and updates are one occasion each.
    /// </summary>
    private static string OccurrenceOf(JourneyPromise promise) =>
        promise.Cycle > 0
            ? promise.Cycle.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"p{promise.Number}");

    /// <summary>The next promise of the journey.</summary>
    public static JourneyPromise New(Deliberation deliberation, string name, DateTimeOffset by, DateTimeOffset madeAt) =>
        new()
        {
            Number = deliberation.Journey.Promises.Count + 1,
            Name = name,
            Status = PromiseStatus.Open,
            By = by,
            MadeAt = madeAt,
            Channel = deliberation.Journey.Exchange.Channel,
            Representative = deliberation.Journey.Exchange.Representative,
        };

    /// <summary>An instant as stores keep it.</summary>
    public static DateTimeOffset ToMicroseconds(DateTimeOffset instant) =>
        instant.ToUniversalTime().AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
