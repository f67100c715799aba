using System.Text.Json;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Promises;

/// <summary>A promise was made, kept, broken or released: where it stands now.</summary>
internal sealed record PromiseMoved(JourneyPromise Promise) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        journey.Remember((journey.Memory<PromiseMemory>() ?? PromiseMemory.Empty).With(Promise));
        journey.Touch(Promise);
    }
}
