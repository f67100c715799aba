using System.Collections.Immutable;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>
/// Messages leave in order per journey, role and channel: a lane. Of each lane one at a time is under way; one that has to wait holds up
/// the next for a while, and one that is planned for later, or known to wait for longer, does not hold up anybody.
/// </summary>
internal static class Lanes
{
    /// <summary>How long a message that has to wait holds up the next one.</summary>
    public static readonly TimeSpan LongestHoldUp = TimeSpan.FromMinutes(15);

    /// <summary>
    /// When a touchpoint's turn comes, as far as is known now: null while it waits for another one to settle, or for somebody to tell.
    /// </summary>
    public static DateTimeOffset? TurnOf(OpenTouchpoint touchpoint, ImmutableArray<OpenTouchpoint> open)
    {
        if (!touchpoint.IsWaiting || touchpoint.NextAt is not { } turn)
        {
            return null;
        }

        foreach (OpenTouchpoint other in open)
        {
            if (other.Status == TouchpointStatus.Sending && touchpoint.Standby?.Follows(other.Order) == true)
            {
                // What a fallback stands by for is under way: it may be told by that.
                return null;
            }

            if (touchpoint.SameFact is not null)
            {
                if (SameFacts.TurnBeside(touchpoint, other, turn) is not { } beside)
                {
                    return null;
                }

                turn = beside;
            }

            if (other.Role != touchpoint.Role || other.Route != touchpoint.Route)
            {
                continue;
            }

            if (other.Status == TouchpointStatus.Sending)
            {
                return null;
            }

            if (!HoldsUp(other, touchpoint))
            {
                continue;
            }

            if (other.Waiting?.Since is not { } waitingSince)
            {
                return null;
            }

            DateTimeOffset released = waitingSince + LongestHoldUp;
            turn = released > turn ? released : turn;
        }

        return turn;
    }

    /// <summary>The touchpoints whose turn has come, in order.</summary>
    public static IEnumerable<OpenTouchpoint> Ready(ImmutableArray<OpenTouchpoint> open, DateTimeOffset now)
    {
        foreach (OpenTouchpoint touchpoint in open)
        {
            // No turn comes before its touchpoint's instant: what waits for a later one need not be compared with all others.
            if (touchpoint.NextAt <= now && TurnOf(touchpoint, open) <= now)
            {
                yield return touchpoint;
            }
        }
    }

    /// <summary>Whether one message of a lane that waits has to leave before another.</summary>
    private static bool HoldsUp(OpenTouchpoint earlier, OpenTouchpoint later) =>
        earlier.Order < later.Order
        && earlier.Standby is null
        && earlier.Status != TouchpointStatus.Unknown
        && earlier.Customer is not null
        && earlier.SeatedUntil is null
        && earlier.SameFact?.StandsBack() != true
        && !WaitsLonger(earlier)
        && (earlier.Scope is null || earlier.Due <= later.Due);

    /// <summary>
    /// When a message that has to wait counts as one that may not leave at all: null as long as it is to leave in its time, be it at once,
    /// when its digest closes or when its gate lets it go.
    /// </summary>
    public static DateTimeOffset? ReleasedBy(OpenTouchpoint touchpoint) =>
        touchpoint.SeatedUntil is not null || WaitsLonger(touchpoint) ? null : touchpoint.Waiting?.Since + LongestHoldUp;

    /// <summary>Whether its gate holds it for longer than it would hold up others, as in quiet hours: then it holds up nobody.</summary>
    private static bool WaitsLonger(OpenTouchpoint earlier) =>
        earlier.Attempts == 0 && earlier.NextAt > earlier.Waiting?.Since + LongestHoldUp;
}
