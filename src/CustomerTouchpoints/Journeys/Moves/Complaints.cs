namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>Whether a journey of a lifecycle that is about complaints is an open one of its customer.</summary>
internal static class Complaints
{
    /// <summary>Lets the customer know where the complaint stands by now; nothing where the lifecycle is about something else.</summary>
    public static void Follow(Deliberation deliberation)
    {
        if (!deliberation.Definition.IsComplaint || deliberation.Journey.PartyOf(deliberation.Definition.Roles[0]) is not { } party)
        {
            return;
        }

        bool isOpen = deliberation.Journey.Standing == JourneyStanding.Open;
        if (!party.IsErased && deliberation.CustomerOf(party.Customer).Complaints.Contains(deliberation.Journey.Id) != isOpen)
        {
            deliberation.Add(new ComplaintNoted(party.Customer, isOpen));
        }
    }
}
