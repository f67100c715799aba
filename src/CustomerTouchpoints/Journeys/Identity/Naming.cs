using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys.Moves;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Journeys.Identity;

/// <summary>A role is filled by somebody's word, beside any event: once, and with nobody else afterwards.</summary>
internal static class Naming
{
    public static void Decide(Deliberation deliberation, RoleNamed named)
    {
        (JournalEntryOutcome outcome, Reason reason) = Answer(deliberation, named);
        if (outcome == JournalEntryOutcome.Handled)
        {
            deliberation.Record(JournalEntryKind.Identity, named.Role, outcome, reason, deliberation.Now);
            if (deliberation.Journey.Standing == JourneyStanding.Awaiting)
            {
                Facts.OpenWaiting(deliberation);
            }
        }
        else if (outcome == JournalEntryOutcome.Conflict)
        {
            deliberation.Record(JournalEntryKind.Identity, named.Role, outcome, reason, deliberation.Now);
        }
    }

    /// <summary>What comes of it, without changing anything.</summary>
    public static (JournalEntryOutcome Outcome, Reason Reason) Foresee(JourneySnapshot journey, string role, CustomerSnapshot customer) =>
        journey.PartyOf(role) is { } known
            ? known.Customer == customer.Id
                ? (JournalEntryOutcome.NoEffect, IdentityReasons.SameCustomer.With(role, customer.Id.Value))
                : (JournalEntryOutcome.Conflict, FactReasons.RoleTaken.With(role))
            : customer.ErasedAt is not null
                ? (JournalEntryOutcome.Closed, IdentityReasons.Erased)
                : journey.Standing == JourneyStanding.Closed
                    ? (JournalEntryOutcome.Closed, FactReasons.Closed.With(journey.State))
                    : (JournalEntryOutcome.Handled, IdentityReasons.Identified.With(role, customer.Id.Value));

    private static (JournalEntryOutcome Outcome, Reason Reason) Answer(Deliberation deliberation, RoleNamed named)
    {
        CustomerSnapshot customer = deliberation.CustomerOf(deliberation.Resolve(named.Customer));
        (JournalEntryOutcome Outcome, Reason Reason) answer = Foresee(deliberation.Journey, named.Role, customer);
        if (answer.Outcome == JournalEntryOutcome.Handled)
        {
            Parties.Identify(deliberation, new Dictionary<string, CustomerId> { [named.Role] = customer.Id });
        }

        return answer;
    }
}
