using System.Text.Json;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Escalations;

/// <summary>Somebody on our side is to be told, now or after a try that may have failed.</summary>
internal sealed record EscalationSet(PendingEscalation Escalation) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) =>
        journey.Remember((journey.Memory<EscalationMemory>() ?? EscalationMemory.Empty).With(Escalation));
}
