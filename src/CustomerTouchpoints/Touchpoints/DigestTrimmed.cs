using System.Text.Json;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints.Digests;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A digest that has not left yet loses items that have ended meanwhile; what is left of its data comes with the entry.</summary>
internal sealed record DigestTrimmed(long Order, IReadOnlyList<DigestItem> Items) : TouchpointChange(Order)
{
    public override OpenTouchpoint Apply(OpenTouchpoint touchpoint) =>
        touchpoint.Contents is { } contents ? touchpoint with { Contents = contents with { Items = Items } } : touchpoint;

    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        base.ApplyTo(journey, data);
        if (journey.TouchpointMemory.Find(Order) is { } trimmed)
        {
            journey.Remember(journey.TouchpointMemory.Exchange(trimmed with { Data = data }));
        }
    }

    protected override TouchpointMemory Put(TouchpointMemory memory, OpenTouchpoint changed) => memory.Exchange(changed);
}
