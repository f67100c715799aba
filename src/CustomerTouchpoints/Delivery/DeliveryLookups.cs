using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery.Retries;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>
/// A channel is asked what became of an attempt, at growing intervals and with an end. Each question is stored before it is put, with the
/// instant of the next, so that a crash costs one question; and nothing goes out again before there is an answer.
/// </summary>
internal static class DeliveryLookups
{
    /// <summary>When to ask after so many questions; the longest pause after the last one, whose answer is still waited for.</summary>
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
            GiveUp(deliberation, touchpoint, "no answer");
            return;
        }

        int asked = touchpoint.Lookup.Asked + 1;
        Keep(
            deliberation,
            touchpoint,
            touchpoint.Reason,
            asked,
            After(deliberation, touchpoint, asked),
            $"question {asked} of {Most(deliberation)} to {touchpoint.Channel}"
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
        string details = said is null ? "" : $": {said}";
        switch (answered.Result.Outcome)
        {
            case LookupOutcome.Sent:
                string sent = $"{touchpoint.Channel} was asked, and had accepted it{details}";
                deliberation.Add(new TouchpointEnded(touchpoint.Order, TouchpointStatus.Sent, sent));
                Record(deliberation, touchpoint, TouchpointStatus.Sent, sent);
                break;
            case LookupOutcome.NotAccepted when touchpoint.Doubts >= deliberation.Settings.MostDoubts:
                string review = Outcomes.Quarantined(touchpoint.Doubts, $"{touchpoint.Channel} does not have it{details}");
                deliberation.Add(touchpoint.LeftUndecided(TouchpointStatus.InReview, review));
                Record(deliberation, touchpoint, TouchpointStatus.InReview, review);
                break;
            case LookupOutcome.NotAccepted:
                // It keeps its flag: an attempt that was only late may still arrive.
                string again =
                    $"{touchpoint.Channel} was asked, and does not have it{details}; it goes out again under the same message id";
                deliberation.Add(touchpoint.Wait(TouchpointStatus.Unknown, again, deliberation.Now, deliberation.Now));
                Record(deliberation, touchpoint, TouchpointStatus.Unknown, again);
                break;
            case LookupOutcome.Unknown when lookup.Asked >= Most(deliberation):
                GiveUp(deliberation, touchpoint, said ?? "no word");
                break;
            default:
                Keep(deliberation, touchpoint, touchpoint.Reason, lookup.Asked, lookup.At, $"{touchpoint.Channel} can't say yet{details}");
                break;
        }
    }

    /// <summary>How many questions there are: as many as have an instant.</summary>
    private static int Most(Deliberation deliberation) => deliberation.Settings.Lookups.MostFailures - 1;

    private static void GiveUp(Deliberation deliberation, OpenTouchpoint touchpoint, string said)
    {
        string reason = $"{touchpoint.Channel} was asked {touchpoint.Lookup?.Asked} times and can't say ({said}): a person has to decide";
        deliberation.Add(touchpoint.LeftUndecided(TouchpointStatus.Unknown, reason));
        Record(deliberation, touchpoint, TouchpointStatus.Unknown, reason);
    }

    private static void Keep(
        Deliberation deliberation,
        OpenTouchpoint touchpoint,
        string reason,
        int asked,
        DateTimeOffset next,
        string why
    )
    {
        deliberation.Add(touchpoint.LeftUndecided(TouchpointStatus.Unknown, reason) with { AskAt = next, Asked = asked });
        Record(deliberation, touchpoint, TouchpointStatus.Unknown, why);
    }

    private static void Record(Deliberation deliberation, OpenTouchpoint touchpoint, TouchpointStatus status, string reason) =>
        deliberation.Record(
            JournalEntryKind.Lookup,
            touchpoint.IdIn(deliberation.Journey.Id).ToString(),
            status.ToString(),
            reason,
            deliberation.Now
        );
}
