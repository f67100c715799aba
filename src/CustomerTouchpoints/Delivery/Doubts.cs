using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>What follows from an attempt of which nobody knows whether it arrived.</summary>
internal static class Doubts
{
    /// <summary>An attempt that may have left binds us like one that did; whether to repeat it is the rule's word.</summary>
    public static void Decide(Deliberation deliberation, OpenTouchpoint touchpoint, Reason reason, TimeSpan pause, string? named = null)
    {
        // What is reported of it names what the provider calls it, or what we did.
        string reference = named ?? touchpoint.IdIn(deliberation.Journey.Id).MessageToken();
        OpenTouchpoint doubted = touchpoint with { Doubts = touchpoint.Doubts + 1 };
        UnknownPolicy policy = deliberation.Definition.FindRule(touchpoint.Rule)?.WhenUnknown ?? UnknownPolicy.Hold;
        Telling.Note(deliberation, touchpoint);
        Deadlines.Bind(deliberation, touchpoint);
        if (!Wanted.Still(deliberation, touchpoint))
        {
            Outcomes.End(deliberation, touchpoint, TouchpointStatus.Unknown, Wanted.WhyNot(touchpoint, reason), reference);
        }
        else if (policy == UnknownPolicy.Ask)
        {
            Reason asking = DeliveryReasons.IsLookedUp.After(reason, touchpoint.Channel.Name);
            Outcomes.LeaveUndecided(
                deliberation,
                doubted.LeftUndecided(TouchpointStatus.Unknown, asking) with
                {
                    AskAt = DeliveryLookups.After(deliberation, touchpoint, 0),
                    Reference = reference,
                },
                touchpoint
            );
        }
        else if (doubted.Doubts >= deliberation.Settings.MostDoubts)
        {
            Reason quarantined = Quarantined(doubted.Doubts, reason);
            Outcomes.LeaveUndecided(
                deliberation,
                doubted.LeftUndecided(TouchpointStatus.InReview, quarantined) with
                {
                    Reference = reference,
                },
                touchpoint
            );
        }
        else if (policy == UnknownPolicy.Resend)
        {
            deliberation.Add(
                doubted.Wait(TouchpointStatus.Unknown, reason, deliberation.Now + pause, deliberation.Now) with
                {
                    Reference = reference,
                }
            );
            Outcomes.Record(deliberation, touchpoint, TouchpointStatus.Unknown, DeliveryReasons.GoesOutAgain.After(reason));
        }
        else
        {
            Outcomes.LeaveUndecided(
                deliberation,
                doubted.LeftUndecided(TouchpointStatus.Unknown, reason) with
                {
                    Reference = reference,
                },
                touchpoint
            );
        }
    }

    /// <summary>Why a message is quarantined: it may be what kills its host, or nobody's word on it can be had.</summary>
    public static Reason Quarantined(int doubts, Reason reason) => DeliveryReasons.TooManyDoubts.After(reason, doubts);
}
