using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>Who plays which role: a role is filled once, and what waited for somebody to tell gets its turn.</summary>
internal static class Parties
{
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
            }
        }
    }
}
