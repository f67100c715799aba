using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>Who plays which role: a role is filled once, and what waited for somebody to tell gets its turn.</summary>
internal static class Parties
{
    /// <summary>The fact with each customer as who they turned out to be: late facts may name an old id.</summary>
    public static IncomingEvent Resolved(Deliberation deliberation, IncomingEvent fact) =>
        fact.Parties.Values.All(customer => deliberation.Resolve(customer) == customer)
            ? fact
            : fact with
            {
                Parties = fact.Parties.ToDictionary(party => party.Key, party => deliberation.Resolve(party.Value)),
            };

    /// <summary>
    /// Whether nothing of a fact is to be kept: nobody is left in the journey who was not erased, or it would give a role to somebody who
    /// was.
    /// </summary>
    public static bool AreErased(Deliberation deliberation, IncomingEvent fact) =>
        deliberation.Journey.IsErased
        || fact.Parties.Any(party => deliberation.Journey.PartyOf(party.Key) is null && deliberation.IsErased(party.Value));

    public static void Identify(Deliberation deliberation, IReadOnlyDictionary<string, CustomerId> parties)
    {
        if (parties.Count == 0)
        {
            return;
        }

        foreach ((string role, CustomerId customer) in parties.OrderBy(party => party.Key, StringComparer.Ordinal))
        {
            if (deliberation.Journey.PartyOf(role) is not null)
            {
                continue;
            }

            deliberation.Add(new PartyIdentified(role, customer));
            Complaints.Follow(deliberation);
            foreach (OpenTouchpoint waiting in deliberation.Journey.Touchpoints.Where(open => open.Role == role && open.Customer is null))
            {
                var regated = new TouchpointWaits(
                    waiting.Order,
                    TouchpointStatus.Planned,
                    PlanReasons.RoleFilled,
                    deliberation.Now,
                    null,
                    customer,
                    0,
                    0
                );
                deliberation.Add(regated);
                if (waiting.Standby is { } standby)
                {
                    DateTimeOffset until = deliberation.Now + standby.After;
                    Reason reason = FallbackReasons.StandsBy.With(TouchpointEventName.Word(standby.Last.Unless), until);
                    deliberation.Add(new StandbyMoved(waiting.Order, standby with { Until = until }, reason));
                }
            }
        }
    }
}
