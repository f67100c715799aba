using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Errands;

/// <summary>Asking a channel what became of an attempt that may have been accepted.</summary>
internal sealed record DeliveryLookup : Errand
{
    /// <summary>The touchpoint, as it was stored with this errand.</summary>
    public required OpenTouchpoint Touchpoint { get; init; }
}
