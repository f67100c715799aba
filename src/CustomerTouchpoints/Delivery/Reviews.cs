using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
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

    /// <summary>Whether it must not go out again before others of its journey have left. What is on its way already is none more.</summary>
    public static bool IsTooMuch(JourneySnapshot journey, OpenTouchpoint waiting, ReviewDecision decision, int most) =>
        decision == ReviewDecision.Resend && journey.Touchpoint(waiting.Order) is null && journey.TouchpointMemory.IsCrowded(most);

    public static void Decide(Deliberation deliberation, ReviewGiven given)
    {
        if (
            Waiting(deliberation.Journey, given.Touchpoint) is not { } touchpoint
            || IsTooEarly(touchpoint, given.Decision)
            || IsTooMuch(deliberation.Journey, touchpoint, given.Decision, deliberation.Settings.MostOpen)
        )
        {
            return;
        }

        switch (given.Decision)
        {
            case ReviewDecision.Resend:
                TouchpointStatus standing = touchpoint.MayBeRepeat ? TouchpointStatus.Unknown : TouchpointStatus.Planned;
                Reason again = ReviewReasons.LetGo.With(given.By, given.Reason);
                deliberation.Add(touchpoint.Wait(standing, again, deliberation.Now, deliberation.Now));
                Record(deliberation, given, standing, again);
                break;
            case ReviewDecision.Sent:
                // What may have arrived has told and bound us already; what a person brought in another way does so now.
                if (!touchpoint.MayBeRepeat)
                {
                    Telling.Note(deliberation, touchpoint);
                    Deadlines.Bind(deliberation, touchpoint);
                }

                End(deliberation, given, touchpoint, TouchpointStatus.Sent, ReviewReasons.KnownArrived.With(given.By, given.Reason));
                break;
            default:
                End(
                    deliberation,
                    given,
                    touchpoint,
                    touchpoint.Unsent(TouchpointStatus.Skipped),
                    ReviewReasons.Discarded.With(given.By, given.Reason)
                );
                break;
        }
    }

    private static void End(Deliberation deliberation, ReviewGiven given, OpenTouchpoint touchpoint, TouchpointStatus status, Reason reason)
    {
        deliberation.Add(new TouchpointEnded(touchpoint.Order, status, reason));
        Updates.Follow(deliberation, touchpoint);
        Record(deliberation, given, status, reason);
    }

    private static void Record(Deliberation deliberation, ReviewGiven given, TouchpointStatus status, Reason reason) =>
        deliberation.Record(JournalEntryKind.Review, given.Touchpoint.ToString(), status.ToEntryOutcome(), reason, deliberation.Now);
}
