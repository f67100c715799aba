using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Promises;

/// <summary>The promises of a journey, and of a decision about it.</summary>
internal static class JourneyPromises
{
    extension(JourneySnapshot journey)
    {
        /// <summary>What the journey remembers of its promises.</summary>
        public PromiseMemory Promises => journey.Memory<PromiseMemory>() ?? PromiseMemory.Empty;
    }

    extension(Decision decision)
    {
        /// <summary>The last version of every promise that was made or has changed.</summary>
        public IEnumerable<JourneyPromise> Promises => decision.Parts.OfType<JourneyPromise>();
    }
}
