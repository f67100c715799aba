using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A fallback has longer to wait, or no longer, because of what became of the message before it.</summary>
internal sealed record StandbyMoved(long Order, Standby Standby, Reason Reason) : TouchpointChange(Order)
{
    public override Change Erased() => this with { Reason = Reason.Erased() };

    /// <summary>One that is under way goes on, and remembers it.</summary>
    public override OpenTouchpoint Apply(OpenTouchpoint touchpoint) =>
        touchpoint.IsWaiting && !touchpoint.MayBeRepeat
            ? touchpoint with
            {
                Standby = Standby,
                Status = TouchpointStatus.Held,
                Reason = Reason,
                NextAt = touchpoint.Customer is null ? null : Standby.Until,
                Waiting = null,
            }
            : touchpoint with
            {
                Standby = Standby,
            };
}
