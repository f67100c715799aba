using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Exchanges;

/// <summary>The exchange of a journey with its customer.</summary>
internal static class JourneyExchange
{
    private static readonly Exchange Silence = new();

    extension(JourneySnapshot journey)
    {
        /// <summary>What the journey remembers of the exchange with its customer.</summary>
        public Exchange Exchange => journey.Memory<Exchange>() ?? Silence;
    }
}
