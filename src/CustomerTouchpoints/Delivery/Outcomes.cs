using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Breaches;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>
/// What follows from an attempt: told, to be tried again, given up, or unknown. A report from an attempt that is not the current one
/// changes nothing.
/// </summary>
internal static class Outcomes
{
    public static void Decide(Deliberation deliberation, AttemptEnded ended)
    {
        if (Current(deliberation, ended.Order, ended.Attempt, ended.Term, ended.Result) is not { } touchpoint)
        {
            return;
        }

        switch (ended.Result.Outcome)
        {
            case SendOutcome.TemporaryFailure or SendOutcome.ChannelDown when ended.HasAlternative && touchpoint.Provider is { } provider:
                FailOver(deliberation, touchpoint, provider, ended.Result);
                break;
            case SendOutcome.Sent:
                Telling.Note(deliberation, touchpoint);
                Deadlines.Bind(deliberation, touchpoint);
                End(
                    deliberation,
                    touchpoint,
                    TouchpointStatus.Sent,
                    DeliveryReasons.Accepted.With(touchpoint.ChannelAndProvider, ended.Result.Reference),
                    ended.Result.Reference
                );
                break;
            case SendOutcome.TemporaryFailure:
                TryAgain(deliberation, touchpoint, ended.Result);
                break;
            case SendOutcome.PermanentFailure:
                End(
                    deliberation,
                    touchpoint,
                    touchpoint.Unsent(TouchpointStatus.Failed),
                    DeliveryReasons.Refused.With(touchpoint.ChannelAndProvider, ended.Result.Reason)
                );
                break;
            case SendOutcome.ChannelDown:
                Wait(
                    deliberation,
                    touchpoint,
                    GateReasons.ChannelDown.With(touchpoint.Channel.Name, ended.Result.Reason),
                    deliberation.Settings.PauseOf(touchpoint.Channel, ended.Result)
                );
                break;
            default:
                Doubts.Decide(
                    deliberation,
                    touchpoint,
                    ended.Result.Reason is { } said ? DeliveryReasons.Uncertain.With(said) : DeliveryReasons.NobodyKnows,
                    deliberation.Settings.ChannelPause,
                    ended.Result.Reference
                );
                break;
        }
    }

    public static void Decide(Deliberation deliberation, AttemptReleased released)
    {
        if (Current(deliberation, released.Order, released.Attempt, released.Term) is not { } touchpoint)
        {
            return;
        }

        if (!Wanted.Still(deliberation, touchpoint))
        {
            End(deliberation, touchpoint, touchpoint.Unsent(TouchpointStatus.Withdrawn), Wanted.WhyNot(touchpoint, released.Reason));
        }
        else
        {
            // It was not at fault: it has not had to wait, so nothing overtakes it and solving does not withdraw it.
            deliberation.Add(
                touchpoint.Wait(TouchpointStatus.Planned, released.Reason, deliberation.Now, deliberation.Now) with
                {
                    WaitingSince = touchpoint.Waiting?.Since,
                }
            );
            Record(deliberation, touchpoint, TouchpointStatus.Planned, released.Reason);
        }
    }

    public static void Decide(Deliberation deliberation, AttemptUnrenderable unrenderable)
    {
        if (Current(deliberation, unrenderable.Order, unrenderable.Attempt, unrenderable.Term) is not { } touchpoint)
        {
            return;
        }

        if (Wanted.Still(deliberation, touchpoint))
        {
            LeaveUndecided(deliberation, touchpoint.LeftUndecided(TouchpointStatus.InReview, unrenderable.Reason), touchpoint);
        }
        else
        {
            End(deliberation, touchpoint, touchpoint.Unsent(TouchpointStatus.Withdrawn), Wanted.WhyNot(touchpoint, unrenderable.Reason));
        }
    }

    public static void Decide(Deliberation deliberation, AttemptLost lost)
    {
        if (
            deliberation.Journey.Touchpoint(lost.Order) is { Status: TouchpointStatus.Sending } touchpoint
            && !ReceiptRules.Settles(deliberation, touchpoint)
        )
        {
            (Reason reason, TimeSpan pause) = lost.HostDied
                ? (DeliveryReasons.HostStopped, Spread(deliberation, touchpoint))
                : ((Reason)DeliveryReasons.LeaseOver, TimeSpan.Zero);
            Doubts.Decide(deliberation, touchpoint, reason, pause);
        }
    }

    /// <summary>
    /// What died once with its host goes out again at once. After that, messages that died together go out apart: one of them may be what
    /// kills the host, and the others must not be quarantined with it.
    /// </summary>
    private static TimeSpan Spread(Deliberation deliberation, OpenTouchpoint touchpoint) =>
        touchpoint.Doubts == 0
            ? TimeSpan.Zero
            : deliberation
                .Settings.RetriesOf(touchpoint.Channel)
                .Delay(touchpoint.Doubts, null, touchpoint.IdIn(deliberation.Journey.Id).ToString())
                ?? deliberation.Settings.ChannelPause;

    /// <summary>The touchpoint whose attempt reports; null where that is over, or a receipt has said meanwhile what became of it.</summary>
    private static OpenTouchpoint? Current(Deliberation deliberation, long order, int attempt, long term, SendResult? result = null) =>
        deliberation.Journey.Touchpoint(order) is { Status: TouchpointStatus.Sending } touchpoint
        && touchpoint.Attempts == attempt
        && touchpoint.Sending!.Term == term
        && !ReceiptRules.Settles(deliberation, touchpoint, result)
            ? touchpoint
            : null;

    /// <summary>One provider has surely not accepted it: the next one is tried at once, as an attempt of its own.</summary>
    private static void FailOver(Deliberation deliberation, OpenTouchpoint touchpoint, string provider, SendResult result)
    {
        Reason reason = DeliveryReasons.FailsOver.With(touchpoint.ChannelAndProvider, result.Reason);
        Wait(deliberation, touchpoint, reason, TimeSpan.Zero, [.. touchpoint.Tried ?? [], provider]);
    }

    private static void TryAgain(Deliberation deliberation, OpenTouchpoint touchpoint, SendResult result)
    {
        int failures = touchpoint.Failures + 1;
        string id = touchpoint.IdIn(deliberation.Journey.Id).ToString();
        if (deliberation.Settings.RetriesOf(touchpoint.Channel).Delay(failures, result.RetryAfter, id) is { } delay)
        {
            Wait(deliberation, touchpoint with { Failures = failures }, DeliveryReasons.FailedForNow.With(failures, result.Reason), delay);
        }
        else
        {
            End(
                deliberation,
                touchpoint,
                touchpoint.Unsent(TouchpointStatus.Failed),
                DeliveryReasons.TriesUsedUp.With(failures, result.Reason)
            );
        }
    }

    internal static void LeaveUndecided(Deliberation deliberation, TouchpointUndecided undecided, OpenTouchpoint touchpoint)
    {
        deliberation.Add(undecided);
        Record(deliberation, touchpoint, undecided.Status, undecided.Reason);
    }

    private static void Wait(
        Deliberation deliberation,
        OpenTouchpoint touchpoint,
        Reason reason,
        TimeSpan pause,
        IReadOnlyList<string>? tried = null
    )
    {
        (TouchpointStatus status, Reason why) = Hold(deliberation, touchpoint, reason, deliberation.Now + pause, tried: tried);
        Record(deliberation, touchpoint, status, why);
    }

    /// <summary>Lets a touchpoint wait; unless its condition has ended meanwhile, or a newer fact of the line tells it as well.</summary>
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <param name="reason">Why it has to wait.</param>
    /// <param name="until">Until when; null means until the switches change.</param>
    /// <param name="place">Where it queues for room under the caps; null when it waits for something else.</param>
    /// <param name="tried">The providers that have not accepted it, where the next one is tried.</param>
    /// <returns>Where it stands now, and why.</returns>
    public static (TouchpointStatus Status, Reason Reason) Hold(
        Deliberation deliberation,
        OpenTouchpoint touchpoint,
        Reason reason,
        DateTimeOffset? until,
        CapPlace? place = null,
        IReadOnlyList<string>? tried = null
    )
    {
        (TouchpointStatus Status, Reason Reason)? end =
            !Wanted.Still(deliberation, touchpoint) ? (TouchpointStatus.Withdrawn, Wanted.WhyNot(touchpoint, reason))
            : Planning.Overtaker(deliberation, touchpoint) is { } newer
                ? (TouchpointStatus.Merged, PlanReasons.AndOvertaken.After(reason, newer.Rule))
            : null;
        if (end is { } ended)
        {
            TouchpointStatus status = touchpoint.Unsent(ended.Status);
            deliberation.Add(new TouchpointEnded(touchpoint.Order, status, ended.Reason));
            return (status, ended.Reason);
        }

        deliberation.Add(
            touchpoint.Wait(TouchpointStatus.Held, reason, until, deliberation.Now) with
            {
                Place = place,
                Tried = tried,
                HeldAtRevision = until is null ? deliberation.Settings.Switches.Revision : null,
            }
        );
        return (TouchpointStatus.Held, reason);
    }

    internal static void End(
        Deliberation deliberation,
        OpenTouchpoint touchpoint,
        TouchpointStatus status,
        Reason reason,
        string? reference = null
    )
    {
        deliberation.Add(new TouchpointEnded(touchpoint.Order, status, reason) { Reference = reference });
        Updates.Follow(deliberation, touchpoint);
        Record(deliberation, touchpoint, status, reason);
    }

    internal static void Record(Deliberation deliberation, OpenTouchpoint touchpoint, TouchpointStatus status, Reason reason)
    {
        string name = touchpoint.IdIn(deliberation.Journey.Id).ToString();
        deliberation.Record(JournalEntryKind.Outcome, name, status.ToEntryOutcome(), reason, deliberation.Now);
    }
}
