using System.Globalization;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Load.Contenders;

/// <summary>W1 as the library does it: the order's story.</summary>
internal class EmbeddedOrders(Place place, int slots, Action<TouchpointsBuilder>? more = null)
    : Embedded(
        place,
        slots,
        touchpoints =>
        {
            touchpoints.AddLifecycle<OrderLifecycle>();
            more?.Invoke(touchpoints);
        }
    )
{
    public override async Task RaiseAsync(int subject, int step)
    {
        string number = subject.ToString(CultureInfo.InvariantCulture);
        var journey = new JourneyId("order", number);
        Task<RaiseResult> raising = step switch
        {
            0 => Touchpoints.RaiseAsync(journey, Story.Placed, $"shop-{number}", customer: Buyers.Of(subject)),
            1 => Touchpoints.RaiseAsync(journey, Story.Paid, $"bank-{number}"),
            2 => Touchpoints.RaiseAsync(journey, Story.Packed, $"wms-{number}"),
            3 => Touchpoints.RaiseAsync(journey, Story.Shipped, $"out-{number}"),
            _ => Touchpoints.RaiseAsync(journey, Story.Delivered, $"dhl-{number}"),
        };
        RaiseResult result = await raising;
        if (result.Outcome != RaiseOutcome.Moved)
        {
            throw new InvalidOperationException($"Order {number}, step {step}: {result.Outcome}, {result.Reason}.");
        }
    }

    public override Task<DurableRows> CountAsync() =>
        DurableRows.InAsync(
            Place,
            ("journeys", $"{Place.Prefix}journeys"),
            ("event keys", $"{Place.Prefix}event_keys"),
            ("journal", $"{Place.Prefix}journal"),
            ("messages", $"{Place.Prefix}touchpoints"),
            ("sent", $"{Place.Prefix}touchpoints WHERE status = 'Sent'")
        );
}
