using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A change of one touchpoint that has not ended.</summary>
/// <param name="Order">The touchpoint.</param>
internal abstract record TouchpointChange([property: JsonPropertyOrder(-1)] long Order) : Change
{
    /// <summary>The touchpoint after the change.</summary>
    public abstract OpenTouchpoint Apply(OpenTouchpoint touchpoint);

    /// <summary>Where the changed touchpoint is remembered from now on.</summary>
    protected virtual TouchpointMemory Put(TouchpointMemory memory, OpenTouchpoint changed) => memory.Put(changed);

    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        // One that has ended since stays ended.
        if (journey.TouchpointMemory.Find(Order) is { } touchpoint)
        {
            OpenTouchpoint changed = Apply(touchpoint);
            journey.Remember(Put(journey.TouchpointMemory, changed));
            journey.Touch(changed);
        }
    }
}
