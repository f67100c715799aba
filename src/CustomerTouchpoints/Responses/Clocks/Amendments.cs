using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>
/// Answers and messages that are reported after their clock has ended: it ends when it should have ended, begins when it should have
/// begun, and a round that nobody has measured is measured. Only the latest cycle of a clock can be amended.
/// </summary>
internal static class Amendments
{
    /// <summary>An answer that ended a clock may turn out to have been given earlier, as long as the matter is not closed.</summary>
    public static bool MayAmend(Deliberation deliberation, ResponseTarget target) =>
        target.Draft.IsAnswer && deliberation.Journey.Standing != JourneyStanding.Closed;

    /// <summary>When the message that a clock began with was answered; null for other metrics, and where that is not remembered.</summary>
    public static DateTimeOffset? AnswerTo(Deliberation deliberation, ResponseTarget target, JourneyClock clock) =>
        target.Metric == ResponseMetric.NextAnswer
            ? deliberation.Journey.Exchange.Messages.AnswerTo(clock.StartedAt, target.Draft.BotsCount)
            : null;

    /// <summary>A clock that has ended, as what is known by now says that it has.</summary>
    public static JourneyClock? Amended(Deliberation deliberation, JourneyClock? clock)
    {
        if (clock is not { IsOpen: false, MayBeAmended: true } || ClockSettling.TargetOf(deliberation, clock) is not { } target)
        {
            return clock;
        }

        JourneyClock amended = Of(deliberation, target, ClockSettling.HandOf(deliberation, target), clock);
        if (amended == clock)
        {
            return clock;
        }

        ClockSettling.Put(deliberation, clock, amended);
        Promising.Settle(deliberation, amended.Clock, amended.Cycle, amended.EndedAt!.Value, hasCome: true);
        return deliberation.Journey.Clocks.Find(clock.Clock);
    }

    /// <summary>Measures the rounds that were over before anybody reported them.</summary>
    public static void CatchUp(Deliberation deliberation, ResponseTarget target, string name)
    {
        ClockMovement hand = ClockSettling.HandOf(deliberation, target);
        while (true)
        {
            JourneyClock? last = Amended(deliberation, deliberation.Journey.Clocks.Find(name));
            Exchange exchange = deliberation.Journey.Exchange;
            bool isUnknown = last is null && deliberation.Journey.Clocks.CyclesOf(name) > 0;
            if (
                isUnknown
                || last is { IsOpen: true } or { MayBeAmended: false }
                || exchange.FirstAnswer(target.Draft.BotsCount) is not { } firstAnswer
                || Unmeasured(exchange, target, last, firstAnswer) is not var (wrote, answered)
            )
            {
                return;
            }

            JourneyClock begun = hand.Start(
                deliberation.Journey.Clocks.CyclesOf(name) + 1,
                wrote,
                runs: true,
                ClockReasons.CustomerWrote.With()
            );
            ClockSettling.Put(deliberation, null, begun);
            ClockSettling.Put(
                deliberation,
                begun,
                hand.End(begun, answered, isMet: true, ClockReasons.Answered, mayResume: false) with
                {
                    MayBeAmended = MayAmend(deliberation, target),
                },
                hasCome: true
            );
        }
    }

    /// <summary>The clock as it should have ended; itself when nothing is known better.</summary>
    private static JourneyClock Of(Deliberation deliberation, ResponseTarget target, ClockMovement hand, JourneyClock clock)
    {
        Exchange exchange = deliberation.Journey.Exchange;
        JourneyClock begun = target.Metric == ResponseMetric.NextAnswer ? BegunAt(exchange, target, hand, clock) : clock;
        DateTimeOffset? answered =
            target.Metric == ResponseMetric.NextAnswer
                ? exchange.Messages.AnswerTo(begun.StartedAt, target.Draft.BotsCount)
                : exchange.FirstAnswer(target.Draft.BotsCount);
        return answered >= begun.StartedAt && (answered < clock.EndedAt || begun != clock)
            ? hand.End(begun, answered.Value, isMet: true, ClockReasons.Answered, mayResume: false) with
            {
                MayBeAmended = true,
            }
            : clock;
    }

    /// <summary>
    /// The first message that was answered after all that was measured, and when: the round was over before anybody reported it. Null when
    /// there is none.
    /// </summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="target">The target of the next answer.</param>
    /// <param name="last">The latest cycle; null when there was none.</param>
    /// <param name="firstAnswer">When the first answer was given.</param>
    private static (DateTimeOffset Wrote, DateTimeOffset Answered)? Unmeasured(
        Exchange exchange,
        ResponseTarget target,
        JourneyClock? last,
        DateTimeOffset firstAnswer
    )
    {
        DateTimeOffset after = last?.EndedAt > firstAnswer ? last.EndedAt.Value : firstAnswer;
        return
            exchange.Messages.WroteAfter(DesiredClock.Later(after, exchange.ReopenedAt)) is { } wrote
            && exchange.Messages.AnswerTo(wrote, target.Draft.BotsCount) is { } answered
            ? (wrote, answered)
            : null;
    }

    /// <summary>A message that was written before the one that it began with, and that no answer lies between, began it.</summary>
    private static JourneyClock BegunAt(Exchange exchange, ResponseTarget target, ClockMovement hand, JourneyClock clock)
    {
        DateTimeOffset before = DateTimeOffset.MinValue;
        foreach (Said message in exchange.Messages)
        {
            before = message.At < clock.StartedAt && message.Answers(target.Draft.BotsCount) ? message.At : before;
        }

        return
            before > DateTimeOffset.MinValue
            && clock.Marks is [var first]
            && first.Since == clock.StartedAt
            && exchange.Messages.WroteAfter(DesiredClock.Later(before, exchange.ReopenedAt)) is { } wrote
            && wrote < clock.StartedAt
            ? hand.Plan(ClockSegments.BroughtBack(clock, clock.StartedAt) with { StartedAt = wrote, Since = wrote, BreachedAt = null })
            : clock;
    }
}
