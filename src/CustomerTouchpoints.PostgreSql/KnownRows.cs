using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// Journeys and customers that this host has seen in the database: their rows can be locked, so that nothing else has to be. A row never
/// goes, so what is known here stays true whatever other hosts write, for as long as the server is the same. Switches and tallies are
/// compared with the database in each batch.
/// </summary>
/// <remarks>For the writer alone.</remarks>
internal sealed class KnownRows
{
    private const int MostRemembered = 100_000;

    private readonly HashSet<JourneyId> journeys = [];
    private readonly HashSet<CustomerId> customers = [];

    public ReadRows<SwitchRow> Switches { get; } = new(WholeTable.Switch, (one, other) => one.Revision.CompareTo(other.Revision));

    public ReadRows<TallyRow> Tallies { get; } = new(WholeTable.Tally, (one, other) => string.CompareOrdinal(one.Key, other.Key));

    /// <summary>Those of a batch's keys that may not exist.</summary>
    public (JourneyId[] Journeys, CustomerId[] Customers) Missing(BatchKeys keys) =>
        ([.. keys.Journeys.Where(id => !journeys.Contains(id))], [.. keys.Customers.Where(id => !customers.Contains(id))]);

    public void Remember(IEnumerable<JourneyId> seen)
    {
        if (journeys.Count > MostRemembered)
        {
            journeys.Clear();
        }

        journeys.UnionWith(seen);
    }

    public void Remember(IEnumerable<CustomerId> seen)
    {
        if (customers.Count > MostRemembered)
        {
            customers.Clear();
        }

        customers.UnionWith(seen);
    }
}
