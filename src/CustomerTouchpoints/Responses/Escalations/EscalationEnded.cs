using System.Text.Json;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Escalations;

/// <summary>Somebody on our side was told, or need not be any more.</summary>
internal sealed record EscalationEnded(long Number) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) =>
        journey.Remember((journey.Memory<EscalationMemory>() ?? EscalationMemory.Empty).Without(Number));
}
