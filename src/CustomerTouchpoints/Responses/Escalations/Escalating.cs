using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Clocks;

namespace CustomerTouchpoints.Responses.Escalations;

/// <summary>
/// The host's people are told of a clock that warns or was breached: at least once, and not when the clock has ended by then.
/// </summary>
internal static class Escalating
{
    public static void Raise(
        Deliberation deliberation,
        JourneyClock clock,
        EscalationKind kind,
        double share,
        DateTimeOffset at,
        IReadOnlyList<string> to
    )
    {
        if (to.Count > 0)
        {
            int number = kind == EscalationKind.Warning ? clock.Warned : clock.Breaches;
            deliberation.Add(
                new EscalationSet(
                    new PendingEscalation(
                        deliberation.Journey.Escalations.Count + 1,
                        clock.Clock,
                        clock.Cycle,
                        kind,
                        number,
                        share,
                        at,
                        to,
                        deliberation.Now,
                        0
                    )
                )
            );
        }
    }

    /// <summary>Its turn has come: a try is stored before the host's handler is called.</summary>
    public static void Decide(Deliberation deliberation, EscalationTurn turn)
    {
        if (deliberation.Journey.Escalations.Find(turn.Number) is not { } pending || pending.NextAt > deliberation.Now)
        {
            return;
        }

        if (
            deliberation.Journey.Clocks.Find(pending.Clock) is { IsOpen: true } clock
            && clock.Cycle == pending.Cycle
            && (pending.Kind == EscalationKind.Warning || clock.BreachedAt is not null)
        )
        {
            deliberation.Add(
                new EscalationSet(pending with { Tries = pending.Tries + 1, NextAt = deliberation.Now + deliberation.Settings.Lease })
            );
            Record(deliberation, pending, JournalEntryOutcome.Escalating, EscalationReasons.Try.After(Told(pending), pending.Tries + 1));
        }
        else
        {
            deliberation.Add(new EscalationEnded(pending.Number));
            Record(deliberation, pending, JournalEntryOutcome.Withdrawn, EscalationReasons.Over.After(Told(pending)));
        }
    }

    /// <summary>What came of a try. One that is no longer the current one changes nothing, unless it worked.</summary>
    public static void Decide(Deliberation deliberation, EscalationReported reported)
    {
        if (
            deliberation.Journey.Escalations.Find(reported.Number) is not { } pending
            || (reported.Failure is not null && reported.Try != pending.Tries)
        )
        {
            return;
        }

        if (reported.Failure is null)
        {
            deliberation.Add(new EscalationEnded(pending.Number));
            Record(deliberation, pending, JournalEntryOutcome.Escalated, Told(pending));
        }
        else
        {
            TimeSpan delay =
                deliberation.Settings.Retries.Delay(pending.Tries, null, IdOf(deliberation, pending))
                ?? deliberation.Settings.Retries.LongestDelay;
            deliberation.Add(new EscalationSet(pending with { NextAt = deliberation.Now + delay }));
            Record(deliberation, pending, JournalEntryOutcome.Failed, EscalationReasons.Failed.With(pending.Tries, reported.Failure));
        }
    }

    /// <summary>What the handler is given.</summary>
    public static Escalation For(JourneySnapshot journey, PendingEscalation pending)
    {
        JourneyClock clock = journey.Clocks.Find(pending.Clock)!;
        var id = new ClockId(journey.Id, pending.Clock, pending.Cycle);
        return new Escalation
        {
            Id = IdOf(id, pending),
            Clock = id,
            Metric = clock.Metric,
            Kind = pending.Kind,
            Share = pending.Share,
            At = pending.At,
            DueAt = clock.BreachedAt ?? clock.DueAt,
            To = pending.To,
            Try = pending.Tries,
            Channel = Channel.Named(clock.Channel),
            Priority = clock.Priority,
            Topic = clock.Topic,
            Representative = clock.Representative,
        };
    }

    private static string IdOf(Deliberation deliberation, PendingEscalation pending) =>
        IdOf(new ClockId(deliberation.Journey.Id, pending.Clock, pending.Cycle), pending);

    private static string IdOf(ClockId clock, PendingEscalation pending) =>
        pending switch
        {
            { Kind: EscalationKind.Warning } => $"{clock}~warning-{pending.Warning}",
            { Warning: > 1 } => $"{clock}~breach-{pending.Warning}",
            _ => $"{clock}~breach",
        };

    private static Reason Told(PendingEscalation pending) =>
        (pending.Kind == EscalationKind.Breach ? EscalationReasons.Breach : EscalationReasons.Warning).With(string.Join(", ", pending.To));

    private static void Record(Deliberation deliberation, PendingEscalation pending, JournalEntryOutcome outcome, Reason reason)
    {
        string name = new ClockId(deliberation.Journey.Id, pending.Clock, pending.Cycle).ToString();
        deliberation.Consider(name, null);
        deliberation.Record(JournalEntryKind.Clock, name, outcome, reason, deliberation.Now);
    }
}
