using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Breaches;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>A touchpoint's turn has come: the gate is asked, and a yes begins an attempt, which is stored before any I/O.</summary>
internal static class Turns
{
    public static void Decide(Deliberation deliberation, TouchpointTurn turn)
    {
        if (
            deliberation.Journey.Touchpoint(turn.Order) is not { } touchpoint
            || Lanes.TurnOf(touchpoint, deliberation.Journey.Touchpoints) is not { } time
            || time > deliberation.Now
        )
        {
            return;
        }

        if (DigestTrimming.Trim(deliberation, touchpoint, turn) is not { } told)
        {
            return;
        }

        touchpoint = told;
        string name = touchpoint.IdIn(deliberation.Journey.Id).ToString();
        deliberation.Consider(name, null);
        switch (TouchpointGate.Ask(deliberation, touchpoint, turn))
        {
            case GateAnswer.Yes yes when DigestClosing.TryClose(deliberation, touchpoint, turn, yes):
                break;
            case GateAnswer.Yes yes:
                int attempt = touchpoint.Attempts + 1;
                ValueChoice? value = ValueChoice.Of(deliberation, touchpoint, turn.Recipient, yes.Channel);
                deliberation.Add(
                    new AttemptBegun(touchpoint.Order, attempt, yes.Channel, turn.Term, deliberation.Now + deliberation.Settings.Lease)
                    {
                        Deadlines = Deadlines.Fix(deliberation, touchpoint),
                        Place = yes.Place,
                        Provider = turn.Provider,
                        AddedValue = value?.Block,
                        Address = (turn.Recipient as Recipient.Known)?.HashOf(yes.Channel),
                    }
                );
                Fallbacks.TakeOver(deliberation, touchpoint, yes.Channel);
                Reason begun = (touchpoint, yes) switch
                {
                    ({ Standby: { HasLeft: true } standby }, _) => FallbackReasons.FellBackInDoubt.With(
                        attempt,
                        yes.Channel.Name,
                        TouchpointEventName.Word(standby.Last.Unless)
                    ),
                    ({ Standby: not null }, _) => FallbackReasons.FellBack.With(attempt, yes.Channel.Name),
                    (_, { ThoughQuiet: { } because }) => GateReasons.InQuietHours.After(because, attempt, yes.Channel.Name),
                    (_, { IsPreferred: true }) => PreferenceReasons.PreferredAttempt.With(attempt, yes.Channel.Name),
                    _ => DeliveryReasons.Attempt.With(attempt, yes.Channel.Name),
                };
                Record(deliberation, name, JournalEntryOutcome.Sending, value?.Told(begun) ?? begun);
                break;
            case GateAnswer.Later { ClosesAt: { } closes } inDigest:
                DigestPlanning.Wait(deliberation, touchpoint, inDigest.Reason, closes);
                break;
            case GateAnswer.Later later:
                (TouchpointStatus standing, Reason reason) = Outcomes.Hold(
                    deliberation,
                    touchpoint,
                    later.Reason,
                    later.Until,
                    later.Place
                );
                Record(deliberation, name, standing.ToEntryOutcome(), reason);
                break;
            case GateAnswer.Person person:
                OpenTouchpoint doubted = touchpoint with { Doubts = Math.Max(1, touchpoint.Doubts) };
                deliberation.Add(doubted.LeftUndecided(TouchpointStatus.InReview, person.Reason));
                Record(deliberation, name, JournalEntryOutcome.InReview, person.Reason);
                break;
            case GateAnswer.No no:
                TouchpointStatus status = touchpoint.Unsent(no.Status);
                deliberation.Add(new TouchpointEnded(touchpoint.Order, status, no.Reason));
                if (no.IsTold && touchpoint.Category != Category.Promotional)
                {
                    deliberation.Add(new PartyTold(touchpoint.Role, deliberation.Now));
                }

                Updates.Follow(deliberation, touchpoint);
                Record(deliberation, name, status.ToEntryOutcome(), no.Reason);
                break;
        }
    }

    /// <summary>What was held behind a switch before the switches changed comes to the gate anew.</summary>
    public static void ComeAgain(Deliberation deliberation)
    {
        foreach (
            OpenTouchpoint held in deliberation.Journey.Touchpoints.Where(open =>
                open.IsHeldBefore(deliberation.Settings.Switches.Revision)
            )
        )
        {
            Reason reason = GateReasons.SwitchesChanged;
            string name = held.IdIn(deliberation.Journey.Id).ToString();
            deliberation.Consider(name, null);
            deliberation.Add(held.Wait(held.Status, reason, deliberation.Now, deliberation.Now));
            Record(deliberation, name, held.Status.ToEntryOutcome(), reason);
        }
    }

    /// <summary>
    /// What was held while the clock was ahead waits for an instant that is further away than was meant: it comes to the gate anew. What is
    /// to be told later, and was never held, stays as it is.
    /// </summary>
    public static void ComeBack(Deliberation deliberation)
    {
        DateTimeOffset now = deliberation.Now;
        foreach (OpenTouchpoint held in deliberation.Journey.Touchpoints.Where(open => IsHeldInFuture(open, now)))
        {
            Reason reason = GateReasons.ClockSetBack;
            string name = held.IdIn(deliberation.Journey.Id).ToString();
            deliberation.Consider(name, null);
            deliberation.Add(new TouchpointWaits(held.Order, held.Status, reason, now, now, held.Customer, held.Failures, held.Doubts));
            Record(deliberation, name, held.Status.ToEntryOutcome(), reason);
        }
    }

    private static bool IsHeldInFuture(OpenTouchpoint open, DateTimeOffset now) =>
        open.IsWaiting
        && open.NextAt > now
        && (open.Waiting?.Since ?? open.PlannedAt) > now
        && (open.NextAt > open.Due || open.Due <= open.PlannedAt);

    private static void Record(Deliberation deliberation, string name, JournalEntryOutcome outcome, Reason reason) =>
        deliberation.Record(JournalEntryKind.Gate, name, outcome, reason, deliberation.Now);
}
