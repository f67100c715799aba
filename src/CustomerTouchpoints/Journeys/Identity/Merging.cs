using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys.Identity;

/// <summary>
/// A journey is taken over when its customer turned out to be another: before anything else happens in it, so that whatever follows is
/// noted
/// of the one who goes on.
/// </summary>
internal static class Merging
{
    public static void Decide(Deliberation deliberation, CustomerFollowed followed)
    {
        string[] roles = [.. deliberation.Journey.Parties.Where(party => party.Customer == followed.From).Select(party => party.Role)];
        if (roles.Length == 0)
        {
            return;
        }

        foreach (string role in roles)
        {
            deliberation.Add(new PartyReplaced(role, followed.From, followed.Into));
        }

        foreach (OpenTouchpoint open in deliberation.Journey.Unfinished().Where(open => open.Customer == followed.From))
        {
            Readdress(deliberation, open, followed);
        }

        deliberation.Record(
            JournalEntryKind.Identity,
            string.Join(", ", roles),
            JournalEntryOutcome.Handled,
            IdentityReasons.Identified.With(string.Join(", ", roles), followed.Into.Value),
            deliberation.Now
        );
    }

    private static void Readdress(Deliberation deliberation, OpenTouchpoint open, CustomerFollowed followed)
    {
        CapPlace? taken = open.Place is { IsTaken: true } place ? place : null;
        if (open.Place is not null)
        {
            // It gives its place back under the one, and takes it under the other.
            deliberation.Add(new TouchpointReaddressed(open.Order, followed.From));
        }

        deliberation.Add(new TouchpointReaddressed(open.Order, followed.Into));
        if (taken is not null)
        {
            deliberation.Add(new TouchpointReaddressed(open.Order, followed.Into) { Place = taken });
        }
        else if (open is { Status: TouchpointStatus.Held, Attempts: 0, Waiting.Revision: null })
        {
            // What held it was said of the other.
            deliberation.Add(
                new TouchpointWaits(
                    open.Order,
                    TouchpointStatus.Planned,
                    PlanReasons.RoleFilled,
                    deliberation.Now,
                    open.Waiting?.Since,
                    followed.Into,
                    open.Failures,
                    open.Doubts
                )
            );
        }
    }
}
