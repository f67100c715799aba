using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Escalations;

/// <summary>The escalations of a journey.</summary>
internal static class JourneyEscalations
{
    extension(JourneySnapshot journey)
    {
        /// <summary>What the journey remembers of its escalations.</summary>
        public EscalationMemory Escalations => journey.Memory<EscalationMemory>() ?? EscalationMemory.Empty;
    }
}
