using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Exchanges;

/// <summary>The exchange of a journey with its customer.</summary>
internal static class JourneyExchange
{
    extension(JourneySnapshot journey)
    {
        /// <summary>What the journey remembers of the exchange with its customer.</summary>
        public Exchange Exchange => journey.Memory<Exchange>() ?? Exchange.Silence;
    }
}
