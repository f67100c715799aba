using CustomerTouchpoints.Responses.Exchanges;

namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>Whether a journey is a complaint, and open: its customers have an open complaint then, whatever else is told them.</summary>
internal static class Complaining
{
    /// <summary>Notes what has changed, once a journey and its exchange have moved.</summary>
    public static void Settle(Deliberation deliberation)
    {
        IReadOnlySet<string> complaints = deliberation.Settings.Complaints;
        bool isOne = complaints.Contains(deliberation.Definition.Name);
        if (!isOne && (complaints.Count == 0 || deliberation.Definition.Responses is null))
        {
            // It has no topic that could make it one.
            return;
        }

        JourneySnapshot journey = deliberation.Journey;
        bool isOpen =
            journey.Standing == JourneyStanding.Open && (isOne || (journey.Exchange.Topic is { } topic && complaints.Contains(topic)));
        foreach (Party party in journey.Parties)
        {
            if (!party.IsErased && deliberation.CustomerOf(party.Customer).Complaints.Has(journey.Id) != isOpen)
            {
                deliberation.Add(new ComplaintNoted(party.Customer, isOpen));
            }
        }
    }
}
