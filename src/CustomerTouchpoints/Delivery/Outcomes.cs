using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Journeys;
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
        if (Current(deliberation, ended.Order, ended.Attempt, ended.Term) is not { } touchpoint)
        {
            return;
        }

        switch (ended.Result.Outcome)
        {
            case SendOutcome.Sent:
                Tell(deliberation, touchpoint);
                Deadlines.Bind(deliberation, touchpoint);
                End(
                    deliberation,
                    touchpoint,
                    TouchpointStatus.Sent,
                    ended.Result.Reason is { } reference
                        ? $"accepted by {touchpoint.Channel}: {reference}"
                        : $"accepted by {touchpoint.Channel}"
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
                    $"refused for good by {touchpoint.Channel}: {ended.Result.Reason}"
                );
                break;
            case SendOutcome.ChannelDown:
                Wait(
                    deliberation,
                    touchpoint,
                    $"{touchpoint.Channel} is down: {ended.Result.Reason}",
                    deliberation.Settings.PauseOf(touchpoint.Channel, ended.Result)
                );
                break;
            default:
                Doubt(
                    deliberation,
                    touchpoint,
                    ended.Result.Reason ?? "nobody can know whether it was accepted",
                    deliberation.Settings.ChannelPause
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

        if (!StillWanted(deliberation, touchpoint))
        {
            End(
                deliberation,
                touchpoint,
                touchpoint.Unsent(TouchpointStatus.Withdrawn),
                $"{released.Reason}; and {touchpoint.Scope} has ended"
            );
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

        if (StillWanted(deliberation, touchpoint))
        {
            LeaveUndecided(deliberation, touchpoint.LeftUndecided(TouchpointStatus.InReview, unrenderable.Reason), touchpoint);
        }
        else
        {
            End(
                deliberation,
                touchpoint,
                touchpoint.Unsent(TouchpointStatus.Withdrawn),
                $"{unrenderable.Reason}; and {touchpoint.Scope} has ended"
            );
        }
    }

    public static void Decide(Deliberation deliberation, AttemptLost lost)
    {
        if (deliberation.Journey.Touchpoint(lost.Order) is { Status: TouchpointStatus.Sending } touchpoint)
        {
            if (lost.HostDied)
            {
                Doubt(deliberation, touchpoint, "the host stopped while it was being sent", Spread(deliberation, touchpoint));
            }
            else
            {
                Doubt(deliberation, touchpoint, "its sender did not report within the lease", TimeSpan.Zero);
            }
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

    private static OpenTouchpoint? Current(Deliberation deliberation, long order, int attempt, long term) =>
        deliberation.Journey.Touchpoint(order) is { Status: TouchpointStatus.Sending } touchpoint
        && touchpoint.Attempts == attempt
        && touchpoint.Sending!.Term == term
            ? touchpoint
            : null;

    private static void TryAgain(Deliberation deliberation, OpenTouchpoint touchpoint, SendResult result)
    {
        int failures = touchpoint.Failures + 1;
        string id = touchpoint.IdIn(deliberation.Journey.Id).ToString();
        if (deliberation.Settings.RetriesOf(touchpoint.Channel).Delay(failures, result.RetryAfter, id) is { } delay)
        {
            Wait(deliberation, touchpoint with { Failures = failures }, $"try {failures} failed for now: {result.Reason}", delay);
        }
        else
        {
            End(
                deliberation,
                touchpoint,
                touchpoint.Unsent(TouchpointStatus.Failed),
                $"{failures} tries failed, the last one: {result.Reason}"
            );
        }
    }

    /// <summary>An attempt that may have left binds us like one that did; whether to repeat it is the rule's word.</summary>
    private static void Doubt(Deliberation deliberation, OpenTouchpoint touchpoint, string reason, TimeSpan pause)
    {
        OpenTouchpoint doubted = touchpoint with { Doubts = touchpoint.Doubts + 1 };
        UnknownPolicy policy = deliberation.Definition.FindRule(touchpoint.Rule)?.WhenUnknown ?? UnknownPolicy.Hold;
        Tell(deliberation, touchpoint);
        Deadlines.Bind(deliberation, touchpoint);
        if (!StillWanted(deliberation, touchpoint))
        {
            End(deliberation, touchpoint, TouchpointStatus.Unknown, $"{reason}; and {touchpoint.Scope} has ended");
        }
        else if (policy == UnknownPolicy.Ask)
        {
            string asking = $"{reason}; {touchpoint.Channel} is asked what became of it";
            LeaveUndecided(
                deliberation,
                doubted.LeftUndecided(TouchpointStatus.Unknown, asking) with
                {
                    AskAt = DeliveryLookups.After(deliberation, touchpoint, 0),
                },
                touchpoint
            );
        }
        else if (doubted.Doubts >= deliberation.Settings.MostDoubts)
        {
            LeaveUndecided(deliberation, doubted.LeftUndecided(TouchpointStatus.InReview, Quarantined(doubted.Doubts, reason)), touchpoint);
        }
        else if (policy == UnknownPolicy.Resend)
        {
            deliberation.Add(doubted.Wait(TouchpointStatus.Unknown, reason, deliberation.Now + pause, deliberation.Now));
            Record(deliberation, touchpoint, TouchpointStatus.Unknown, $"{reason}; it goes out again under the same message id");
        }
        else
        {
            LeaveUndecided(deliberation, doubted.LeftUndecided(TouchpointStatus.Unknown, reason), touchpoint);
        }
    }

    /// <summary>Why a message is quarantined: it may be what kills its host, or nobody's word on it can be had.</summary>
    public static string Quarantined(int doubts, string reason) => $"{doubts} attempts, and nobody knows of any: {reason}";

    private static void LeaveUndecided(Deliberation deliberation, TouchpointUndecided undecided, OpenTouchpoint touchpoint)
    {
        deliberation.Add(undecided);
        Record(deliberation, touchpoint, undecided.Status, undecided.Reason);
    }

    private static void Wait(Deliberation deliberation, OpenTouchpoint touchpoint, string reason, TimeSpan pause)
    {
        (TouchpointStatus status, string why) = Hold(deliberation, touchpoint, reason, deliberation.Now + pause);
        Record(deliberation, touchpoint, status, why);
    }

    /// <summary>Lets a touchpoint wait; unless its condition has ended meanwhile, or a newer fact of the line tells it as well.</summary>
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <param name="reason">Why it has to wait.</param>
    /// <param name="until">Until when; null means until the switches change.</param>
    /// <returns>Where it stands now, and why.</returns>
    public static (TouchpointStatus Status, string Reason) Hold(
        Deliberation deliberation,
        OpenTouchpoint touchpoint,
        string reason,
        DateTimeOffset? until
    )
    {
        (TouchpointStatus Status, string Reason)? end =
            !StillWanted(deliberation, touchpoint) ? (TouchpointStatus.Withdrawn, $"{reason}; and {touchpoint.Scope} has ended")
            : Planning.Overtaker(deliberation, touchpoint) is { } newer
                ? (TouchpointStatus.Merged, $"{reason}; and {newer.Rule} tells it as well")
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
                HeldAtRevision = until is null ? deliberation.Settings.Switches.Revision : null,
            }
        );
        return (TouchpointStatus.Held, reason);
    }

    /// <summary>A condition that ended while its message was being sent is not told once more.</summary>
    private static bool StillWanted(Deliberation deliberation, OpenTouchpoint touchpoint) =>
        touchpoint.Scope is not { } scope
        || (deliberation.Journey.VisitOf(scope) is { Lasts: true } visit && visit.Number == touchpoint.Visit);

    /// <summary>Its party has heard of the journey, or may have: it counts as a contact, and quiet rules listen.</summary>
    public static void Tell(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        if (touchpoint.Customer is { } customer)
        {
            deliberation.Add(new CustomerContacted(customer, touchpoint.Channel, touchpoint.Category));
        }

        if (touchpoint.Category != Category.Promotional)
        {
            deliberation.Add(new PartyTold(touchpoint.Role, deliberation.Now));
            ExchangeSettling.Tell(deliberation, touchpoint.Role);
        }
    }

    private static void End(Deliberation deliberation, OpenTouchpoint touchpoint, TouchpointStatus status, string reason)
    {
        deliberation.Add(new TouchpointEnded(touchpoint.Order, status, reason));
        Updates.Follow(deliberation, touchpoint);
        Record(deliberation, touchpoint, status, reason);
    }

    private static void Record(Deliberation deliberation, OpenTouchpoint touchpoint, TouchpointStatus status, string reason)
    {
        string name = touchpoint.IdIn(deliberation.Journey.Id).ToString();
        deliberation.Record(JournalEntryKind.Outcome, name, status.ToString(), reason, deliberation.Now);
    }
}
