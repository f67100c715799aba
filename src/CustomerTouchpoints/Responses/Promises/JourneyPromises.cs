using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Promises;

/// <summary>The promises of a journey.</summary>
internal static class JourneyPromises
{
    extension(JourneySnapshot journey)
    {
        /// <summary>What the journey remembers of its promises.</summary>
        public PromiseMemory Promises => journey.Memory<PromiseMemory>() ?? PromiseMemory.Empty;
    }
}
