using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Breaches;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>
/// What follows for a fallback from what became of the message before it: called when that one can't reach the customer, given up once it
/// has, and left waiting while it may. What was told once is told.
/// </summary>
internal static class Fallbacks
{
    /// <summary>What a decision has brought about for fallbacks.</summary>
    /// <param name="input">What was decided.</param>
    /// <param name="decision">What followed.</param>
    /// <param name="facts">What became of messages by it.</param>
    public static IEnumerable<EarlierMoved> Of(Input input, Decision decision, IReadOnlyList<TouchpointFact> facts)
    {
        if (input is EarlierMoved)
        {
            yield break;
        }

        foreach (OpenTouchpoint fallback in decision.Journey.Unfinished())
        {
            if (fallback.Standby is not { } standby)
            {
                continue;
            }

            OpenTouchpoint? earlier = decision.Touchpoints.FirstOrDefault(touchpoint => touchpoint.Order == standby.Of);
            TouchpointFact[] own = [.. facts.Where(fact => fact.Order == standby.Of)];
            if ((earlier?.Channel ?? own.FirstOrDefault()?.Channel) is { } channel)
            {
                yield return new EarlierMoved(fallback.Order, earlier, [.. own.Select(fact => fact.Event)])
                {
                    Now = input.Now,
                    Channel = channel,
                    IsInDoubt = input is AttemptEnded or AttemptLost && earlier is { MayBeRepeat: true },
                    IsDiscarded = input is ReviewGiven { Decision: ReviewDecision.Discard },
                };
            }
        }
    }

    public static void Decide(Deliberation deliberation, EarlierMoved moved)
    {
        if (deliberation.Journey.Unfinished(moved.Order) is not { Standby: { } standby } fallback)
        {
            return;
        }

        deliberation.Consider(fallback.IdIn(deliberation.Journey.Id).ToString(), null);
        string unless = TouchpointEventName.Word(standby.Unless);
        TouchpointStatus? ended =
            moved.Earlier is { } earlier && deliberation.Journey.Unfinished(earlier.Order) is null ? earlier.Status : null;
        if (moved.Facts.Contains(standby.Unless))
        {
            GiveUp(deliberation, fallback, FallbackReasons.NotNeeded.With(unless));
        }
        else if (fallback.Status == TouchpointStatus.Sending || fallback.MayBeRepeat)
        {
            // It is told, or may be: nothing calls it back but that it is not needed.
        }
        else if (ended is TouchpointStatus.Withdrawn or TouchpointStatus.Merged || (ended is not null && moved.IsDiscarded))
        {
            GiveUp(deliberation, fallback, FallbackReasons.EndedTogether.After(moved.Earlier!.Reason));
        }
        else if (moved.Facts.Contains(TouchpointEvent.Failed) || ended is TouchpointStatus.Failed or TouchpointStatus.Skipped)
        {
            Reason why = moved.Earlier?.Reason ?? ReceiptReasons.HardBounced.With(moved.Channel.Name, null);
            Move(deliberation, fallback, standby with { Until = deliberation.Now, HasLeft = false }, FallbackReasons.Called.After(why, moved.Channel.Name));
        }
        else if (moved.IsInDoubt || ended is not null)
        {
            DateTimeOffset until = deliberation.Now + standby.After;
            Move(deliberation, fallback, standby with { Until = until, HasLeft = true }, FallbackReasons.StandsBy.With(unless, until));
        }
    }

    /// <summary>A fallback leaves: what it stands by for never does.</summary>
    public static void TakeOver(Deliberation deliberation, OpenTouchpoint fallback, Channel channel)
    {
        if (fallback.Standby is { } standby && deliberation.Journey.Unfinished(standby.Of) is { } earlier)
        {
            deliberation.Add(
                new TouchpointEnded(earlier.Order, earlier.Unsent(TouchpointStatus.Withdrawn), FallbackReasons.TakenOver.With(channel.Name))
            );
        }
    }

    private static void GiveUp(Deliberation deliberation, OpenTouchpoint fallback, Reason reason)
    {
        if (fallback.Status == TouchpointStatus.Sending)
        {
            deliberation.Add(new StandbyMoved(fallback.Order, fallback.Standby! with { IsNeedless = true }, reason) { Place = fallback.Place });
            Record(deliberation, TouchpointStatus.Sending, reason);
            return;
        }

        TouchpointStatus status = fallback.Unsent(TouchpointStatus.Withdrawn);
        deliberation.Add(new TouchpointEnded(fallback.Order, status, reason));
        Updates.Follow(deliberation, fallback);
        Record(deliberation, status, reason);
    }

    private static void Move(Deliberation deliberation, OpenTouchpoint fallback, Standby standby, Reason reason)
    {
        deliberation.Add(new StandbyMoved(fallback.Order, standby, reason) { Place = fallback.Place });
        Record(deliberation, TouchpointStatus.Held, reason);
    }

    private static void Record(Deliberation deliberation, TouchpointStatus status, Reason reason) =>
        deliberation.Record(JournalEntryKind.Outcome, deliberation.Cause, status.ToEntryOutcome(), reason, deliberation.Now);
}
