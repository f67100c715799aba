using System.Text.Json;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>
/// A provider has reported something of a touchpoint. Of one that has not ended the journey remembers it; of one that has, its row alone
/// changes.
/// </summary>
/// <param name="Order">The touchpoint.</param>
/// <param name="Kind">What was reported.</param>
/// <param name="At">When it happened.</param>
/// <param name="Status">Where the touchpoint stands after it.</param>
internal sealed record TouchpointReceived(long Order, ReceiptKind Kind, DateTimeOffset At, TouchpointStatus Status) : Change
{
    /// <summary>What the provider calls the receipt; null where it does not.</summary>
    public string? Id { get; init; }

    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        if (journey.TouchpointMemory.Find(Order) is { } touchpoint)
        {
            OpenTouchpoint changed = touchpoint with { Received = touchpoint.Received.With(Kind) };
            journey.Remember(journey.TouchpointMemory.Exchange(changed));
            journey.Touch(changed);
        }
    }
}
