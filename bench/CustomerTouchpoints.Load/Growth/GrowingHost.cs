using System.Globalization;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Load.Growth;

/// <summary>A host on a place that has grown.</summary>
internal sealed class GrowingHost(Place place, int slots)
    : Embedded(place, slots, touchpoints => touchpoints.AddLifecycle<GrowingLifecycle>())
{
    public static JourneyId Seed(int template, int generation) =>
        new(
            "order",
            generation == 0
                ? string.Create(CultureInfo.InvariantCulture, $"seed-{template}")
                : string.Create(CultureInfo.InvariantCulture, $"seed-{template}-{generation}")
        );

    /// <summary>A template: an order that is packed, and was scanned once.</summary>
    public override Task RaiseAsync(int subject, int step) =>
        DoneAsync(
            step switch
            {
                0 => Touchpoints.RaiseAsync(Seed(subject, 0), Story.Placed, "shop", customer: Buyers.Of(subject)),
                1 => Touchpoints.RaiseAsync(Seed(subject, 0), Story.Paid, "bank"),
                2 => Touchpoints.RaiseAsync(Seed(subject, 0), Story.Packed, "wms"),
                _ => Touchpoints.RaiseAsync(Seed(subject, 0), new ParcelScanned("Rosa"), "first-scan"),
            }
        );

    /// <summary>An order that nobody has heard of.</summary>
    public Task OpenAsync(int number) =>
        DoneAsync(
            Touchpoints.RaiseAsync(
                new JourneyId("order", string.Create(CultureInfo.InvariantCulture, $"new-{number}")),
                Story.Placed,
                "shop",
                customer: Buyers.Of(number)
            )
        );

    /// <summary>Something happens to an order that exists.</summary>
    public Task ScanAsync(JourneyId order, int number) =>
        DoneAsync(Touchpoints.RaiseAsync(order, new ParcelScanned("Rosa"), string.Create(CultureInfo.InvariantCulture, $"scan-{number}")));

    public override Task<DurableRows> CountAsync() =>
        DurableRows.InAsync(Place, ("journeys", $"{Place.Prefix}journeys"), ("journal", $"{Place.Prefix}journal"));

    private static async Task DoneAsync(Task<RaiseResult> raising)
    {
        RaiseResult result = await raising;
        if (result.Outcome is not (RaiseOutcome.Moved or RaiseOutcome.Handled))
        {
            throw new InvalidOperationException($"{result.Outcome}: {result.Reason}.");
        }
    }
}
