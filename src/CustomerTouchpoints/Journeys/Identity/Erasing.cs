using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys.Identity;

/// <summary>
/// What is left of a journey when a customer is erased: what is pending for them is withdrawn, the data of its events go, and where nobody
/// else plays a role it is closed. What is another customer's goes on without the data.
/// </summary>
internal static class Erasing
{
    public static void Decide(Deliberation deliberation, CustomerId customer)
    {
        string[] roles = [.. Kept(deliberation.Journey, customer)];
        bool withdraws = Withdraw(deliberation, open => open.Customer == customer);
        bool ends = roles.Length > 0 && !IsUnderWay(deliberation.Journey, customer);
        if (ends)
        {
            foreach (string role in roles)
            {
                deliberation.Add(new PartyErased(role));
            }

            Empty(deliberation);
        }

        if (withdraws || ends)
        {
            deliberation.Record(
                JournalEntryKind.Identity,
                string.Join(", ", roles),
                ends ? JournalEntryOutcome.Handled : JournalEntryOutcome.Withdrawn,
                IdentityReasons.Erased,
                deliberation.Now
            );
        }
    }

    /// <summary>Whether an attempt to tell a customer something is under way: what it reports is still to come.</summary>
    public static bool IsUnderWay(JourneySnapshot journey, CustomerId customer) =>
        journey.Touchpoints.Any(open => open.Customer == customer && open.Status == TouchpointStatus.Sending);

    /// <summary>The roles that a customer plays and of which something is kept.</summary>
    private static IEnumerable<string> Kept(JourneySnapshot journey, CustomerId customer) =>
        journey.Parties.Where(party => party.Customer == customer && !party.IsErased).Select(party => party.Role);

    private static bool Withdraw(Deliberation deliberation, Func<OpenTouchpoint, bool> which)
    {
        OpenTouchpoint[] pending =
        [
            .. deliberation.Journey.Unfinished().Where(open => open.Status != TouchpointStatus.Sending && which(open)),
        ];
        foreach (OpenTouchpoint open in pending)
        {
            deliberation.Add(new TouchpointEnded(open.Order, open.Unsent(TouchpointStatus.Withdrawn), IdentityReasons.Erased));
        }

        return pending.Length > 0;
    }

    private static void Empty(Deliberation deliberation)
    {
        if (deliberation.Journey.IsErased)
        {
            Close(deliberation);
            return;
        }

        foreach (OpenTouchpoint open in deliberation.Journey.Unfinished().Where(open => open.Data is not null))
        {
            deliberation.Add(new TouchpointBared(open.Order) { Place = open.Place });
        }
    }

    private static void Close(Deliberation deliberation)
    {
        Withdraw(deliberation, _ => true);
        foreach (Visit visit in deliberation.Journey.Visits.Where(visit => visit.Lasts))
        {
            deliberation.Add(new ScopeLeft(visit.Scope));
        }

        foreach (ParkedEvent parked in deliberation.Journey.Parked)
        {
            deliberation.Add(new EventUnparked(parked.Id));
        }

        deliberation.Add(new JourneyClosed());
        if (deliberation.Definition.Responses is not null)
        {
            ExchangeSettling.Settle(deliberation, deliberation.Now);
        }
    }
}
