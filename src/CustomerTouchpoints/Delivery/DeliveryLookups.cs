using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery.Retries;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>
/// A channel is asked what became of an attempt, at growing intervals and with an end. Each lookup is stored before it is made, with the
/// instant of the next, so that a crash costs one lookup; and nothing goes out again before there is an answer.
/// </summary>
internal static class DeliveryLookups
{
    /// <summary>When to ask after so many lookups; the longest pause after the last one, whose answer is still waited for.</summary>
    public static DateTimeOffset After(Deliberation deliberation, OpenTouchpoint touchpoint, int asked)
    {
        RetrySchedule schedule = deliberation.Settings.Lookups;
        return deliberation.Now
            + (schedule.Delay(asked + 1, null, touchpoint.IdIn(deliberation.Journey.Id).ToString()) ?? schedule.LongestDelay);
    }

    public static void Decide(Deliberation deliberation, LookupDue due)
    {
        if (deliberation.Journey.Unfinished(due.Order) is not { } touchpoint || !(touchpoint.Lookup?.At <= deliberation.Now))
        {
            return;
        }

        if (touchpoint.Lookup.Asked >= Most(deliberation))
        {
            GiveUp(deliberation, touchpoint, null);
            return;
        }

        int asked = touchpoint.Lookup.Asked + 1;
        Keep(
            deliberation,
            touchpoint,
            touchpoint.Reason,
            asked,
            After(deliberation, touchpoint, asked),
            DeliveryReasons.Lookup.With(asked, Most(deliberation), touchpoint.Channel.Name)
        );
    }

    public static void Decide(Deliberation deliberation, LookupAnswered answered)
    {
        if (
            deliberation.Journey.Unfinished(answered.Order) is not { Lookup: { } lookup } touchpoint
            || touchpoint.Attempts != answered.Attempt
        )
        {
            return;
        }

        string? said = answered.Result.Reason;
        string channel = touchpoint.Channel.Name;
        switch (answered.Result.Outcome)
        {
            case LookupOutcome.Sent:
                Reason sent = DeliveryReasons.FoundAccepted.With(channel, answered.Result.Reference);
                deliberation.Add(
                    new TouchpointEnded(touchpoint.Order, TouchpointStatus.Sent, sent) { Reference = answered.Result.Reference }
                );
                Record(deliberation, touchpoint, TouchpointStatus.Sent, sent);
                break;
            case LookupOutcome.NotAccepted when touchpoint.Doubts >= deliberation.Settings.MostDoubts:
                Reason review = Doubts.Quarantined(touchpoint.Doubts, DeliveryReasons.NotFound.With(channel, said));
                deliberation.Add(touchpoint.LeftUndecided(TouchpointStatus.InReview, review));
                Record(deliberation, touchpoint, TouchpointStatus.InReview, review);
                break;
            case LookupOutcome.NotAccepted:
                // It keeps its flag: an attempt that was only late may still arrive.
                Reason again = DeliveryReasons.NotFoundResent.With(channel, said);
                deliberation.Add(touchpoint.Wait(TouchpointStatus.Unknown, again, deliberation.Now, deliberation.Now));
                Record(deliberation, touchpoint, TouchpointStatus.Unknown, again);
                break;
            case LookupOutcome.Unknown when lookup.Asked >= Most(deliberation):
                GiveUp(deliberation, touchpoint, said);
                break;
            default:
                Keep(deliberation, touchpoint, touchpoint.Reason, lookup.Asked, lookup.At, DeliveryReasons.CantSayYet.With(channel, said));
                break;
        }
    }

    /// <summary>How many lookups there are: as many as have an instant.</summary>
    private static int Most(Deliberation deliberation) => deliberation.Settings.Lookups.MostFailures - 1;

    private static void GiveUp(Deliberation deliberation, OpenTouchpoint touchpoint, string? said)
    {
        Reason reason = DeliveryReasons.CantSay.With(touchpoint.Channel.Name, touchpoint.Lookup!.Asked, said);
        deliberation.Add(touchpoint.LeftUndecided(TouchpointStatus.Unknown, reason));
        Record(deliberation, touchpoint, TouchpointStatus.Unknown, reason);
    }

    private static void Keep(
        Deliberation deliberation,
        OpenTouchpoint touchpoint,
        Reason reason,
        int asked,
        DateTimeOffset next,
        Reason why
    )
    {
        deliberation.Add(touchpoint.LeftUndecided(TouchpointStatus.Unknown, reason) with { AskAt = next, Asked = asked });
        Record(deliberation, touchpoint, TouchpointStatus.Unknown, why);
    }

    private static void Record(Deliberation deliberation, OpenTouchpoint touchpoint, TouchpointStatus status, Reason reason) =>
        deliberation.Record(
            JournalEntryKind.Lookup,
            touchpoint.IdIn(deliberation.Journey.Id).ToString(),
            status.ToEntryOutcome(),
            reason,
            deliberation.Now
        );
}
