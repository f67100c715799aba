using System.Collections.Immutable;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// What is to be written of who plays which role: roles that were filled, and those whose customers turned out to be others.
/// </summary>
internal static class PartyWrites
{
    /// <param name="writes">What is to be written.</param>
    /// <param name="journey">The journey as it stands now.</param>
    /// <param name="before">Its roles as the batch found them.</param>
    public static void Add(BatchWritesBuilder writes, JourneySnapshot journey, ImmutableArray<Party> before)
    {
        for (int i = 0; i < journey.Parties.Length; i++)
        {
            Party party = journey.Parties[i];
            if (i >= before.Length)
            {
                writes.Add(new PartyRow(journey.Id, party.Role, party.Customer));
            }
            else if (before[i].Customer != party.Customer)
            {
                writes.Add(new MovedPartyRow(journey.Id, party.Role, before[i].Customer, party.Customer));
            }
        }
    }
}
