using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Breaches;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>
/// A person decides about a touchpoint that waits for one: undecided as unknown or in review, or about to go out again unasked.
/// </summary>
internal static class Reviews
{
    /// <summary>The touchpoint that a person may decide about; null when it waits for nobody.</summary>
    public static OpenTouchpoint? Waiting(JourneySnapshot journey, TouchpointId id) =>
        journey
            .Unfinished()
            .FirstOrDefault(open => open.Status is TouchpointStatus.Unknown or TouchpointStatus.InReview && open.IdIn(journey.Id) == id);

    /// <summary>Whether it must not go out again yet: its channel may still say that it has it.</summary>
    public static bool IsTooEarly(OpenTouchpoint waiting, ReviewDecision decision) =>
        decision == ReviewDecision.Resend && waiting.Lookup is not null;

    public static void Decide(Deliberation deliberation, ReviewGiven resolved)
    {
        if (Waiting(deliberation.Journey, resolved.Touchpoint) is not { } touchpoint || IsTooEarly(touchpoint, resolved.Decision))
        {
            return;
        }

        string told = $"{resolved.By}: {resolved.Reason}";
        switch (resolved.Decision)
        {
            case ReviewDecision.Resend:
                TouchpointStatus standing = touchpoint.MayBeRepeat ? TouchpointStatus.Unknown : TouchpointStatus.Planned;
                string again = $"let go out by {told}";
                deliberation.Add(touchpoint.Wait(standing, again, deliberation.Now, deliberation.Now));
                Record(deliberation, resolved, standing, again);
                break;
            case ReviewDecision.Sent:
                // What may have arrived has told and bound us already; what a person brought in another way does so now.
                if (!touchpoint.MayBeRepeat)
                {
                    Outcomes.Tell(deliberation, touchpoint);
                    Deadlines.Bind(deliberation, touchpoint);
                }

                End(deliberation, resolved, touchpoint, TouchpointStatus.Sent, $"known to have arrived by {told}");
                break;
            default:
                End(deliberation, resolved, touchpoint, touchpoint.Unsent(TouchpointStatus.Skipped), $"discarded by {told}");
                break;
        }
    }

    private static void End(
        Deliberation deliberation,
        ReviewGiven resolved,
        OpenTouchpoint touchpoint,
        TouchpointStatus status,
        string reason
    )
    {
        deliberation.Add(new TouchpointEnded(touchpoint.Order, status, reason));
        Updates.Follow(deliberation, touchpoint);
        Record(deliberation, resolved, status, reason);
    }

    private static void Record(Deliberation deliberation, ReviewGiven resolved, TouchpointStatus status, string reason) =>
        deliberation.Record(JournalEntryKind.Review, resolved.Touchpoint.ToString(), status.ToString(), reason, deliberation.Now);
}
