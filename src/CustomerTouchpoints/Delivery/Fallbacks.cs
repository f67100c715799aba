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
        foreach (OpenTouchpoint fallback in decision.Journey.Unfinished())
        {
            if (fallback.Standby is not { } standby)
            {
                continue;
            }

            OpenTouchpoint? earlier = decision.Touchpoints.FirstOrDefault(touchpoint => touchpoint.Order == standby.Last.Order);
            TouchpointFact[] own = [.. facts.Where(fact => standby.Follows(fact.Order))];
            if (earlier is not null || own.Length > 0)
            {
                yield return new EarlierMoved(fallback.Order, earlier, own)
                {
                    Now = input.Now,
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
        TouchpointStatus? ended =
            moved.Earlier is { } earlier && deliberation.Journey.Unfinished(earlier.Order) is null ? earlier.Status : null;
        if (moved.Facts.FirstOrDefault(fact => standby.Earlier.Contains(new EarlierMessage(fact.Order, fact.Event))) is { } reached)
        {
            GiveUp(deliberation, fallback, FallbackReasons.NotNeeded.With(TouchpointEventName.Word(reached.Event)));
        }
        else if (fallback.Status == TouchpointStatus.Sending || fallback.MayBeRepeat)
        {
            // It is told, or may be: nothing calls it back but that it is not needed.
        }
        else if (
            ended is TouchpointStatus.Withdrawn or TouchpointStatus.Merged
            || (ended is not null && (moved.IsDiscarded || moved.Earlier!.Reason.Code == PlanReasons.ToldAlready.Code))
        )
        {
            GiveUp(deliberation, fallback, FallbackReasons.EndedTogether.After(moved.Earlier!.Reason));
        }
        else if (ended is TouchpointStatus.Failed or TouchpointStatus.Skipped)
        {
            Call(deliberation, fallback, moved.Earlier!.Standby?.HasLeft == true, moved.Earlier.Channel, moved.Earlier.Reason);
        }
        else if (moved.Facts.FirstOrDefault(fact => fact.Order == standby.Last.Order && fact.Event == TouchpointEvent.Failed) is { } failed)
        {
            Reason why = ReceiptReasons.HardBounced.With(failed.Channel.Name, null);
            Call(deliberation, fallback, standby.HasLeftBefore, failed.Channel, why);
        }
        else if (moved.IsInDoubt || ended is not null)
        {
            Wait(deliberation, fallback, moved.Earlier!.Standby?.HasLeft == true);
        }
    }

    /// <summary>A fallback leaves: those before it that wait never do.</summary>
    public static void TakeOver(Deliberation deliberation, OpenTouchpoint fallback, Channel channel)
    {
        foreach (EarlierMessage before in fallback.Standby?.Earlier ?? [])
        {
            if (deliberation.Journey.Unfinished(before.Order) is { } earlier)
            {
                Reason reason = FallbackReasons.TakenOver.With(channel.Name);
                deliberation.Add(new TouchpointEnded(earlier.Order, earlier.Unsent(TouchpointStatus.Withdrawn), reason));
            }
        }
    }

    /// <summary>The message before it did not reach the customer: its time has come.</summary>
    private static void Call(Deliberation deliberation, OpenTouchpoint fallback, bool hasLeftBefore, Channel channel, Reason why)
    {
        Standby standby = fallback.Standby! with { Until = deliberation.Now, HasLeft = hasLeftBefore };
        Pass(deliberation, fallback, hasLeftBefore);
        Move(deliberation, fallback, standby, FallbackReasons.Called.After(why, channel.Name));
    }

    /// <summary>The message before it has left, or may have: it has its time from now.</summary>
    private static void Wait(Deliberation deliberation, OpenTouchpoint fallback, bool hasLeftBefore)
    {
        DateTimeOffset until = deliberation.Now + fallback.Standby!.After;
        Standby standby = fallback.Standby with { Until = until, HasLeft = true, HasLeftBefore = hasLeftBefore };
        string unless = TouchpointEventName.Word(standby.Last.Unless);
        Pass(deliberation, fallback, hasLeft: true);
        Move(deliberation, fallback, standby, FallbackReasons.StandsBy.With(unless, until));
    }

    /// <summary>What may have reached the customer before a fallback may have before those that follow it.</summary>
    private static void Pass(Deliberation deliberation, OpenTouchpoint fallback, bool hasLeft)
    {
        OpenTouchpoint? next = deliberation.Journey.Unfinished().FirstOrDefault(open => open.Standby?.Last.Order == fallback.Order);
        if (next is { Standby: { } standby } && standby.HasLeft != hasLeft)
        {
            Standby told = standby with { HasLeft = hasLeft, HasLeftBefore = hasLeft };
            deliberation.Add(new StandbyMoved(next.Order, told, next.Reason) { Place = next.Place });
            Pass(deliberation, next, hasLeft);
        }
    }

    private static void GiveUp(Deliberation deliberation, OpenTouchpoint fallback, Reason reason)
    {
        if (fallback.Status == TouchpointStatus.Sending)
        {
            deliberation.Add(
                new StandbyMoved(fallback.Order, fallback.Standby! with { IsNeedless = true }, reason) { Place = fallback.Place }
            );
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
