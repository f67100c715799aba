using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of customers, and of the roles they play.</summary>
internal sealed class CustomerTable(Session session)
{
    private const string Table = "touchpoints_customers";

    private readonly Statement find = session.Prepare(
        "SELECT customer, traits, memory, sequence, wishes, identity, checksum FROM touchpoints_customers WHERE customer = ?"
    );

    private readonly Statement write = session.Prepare(
        """
        INSERT INTO touchpoints_customers (customer, traits, memory, sequence, wishes, identity, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (customer) DO UPDATE
        SET traits = excluded.traits, memory = excluded.memory, sequence = excluded.sequence, wishes = excluded.wishes,
            identity = excluded.identity,
            checksum = excluded.checksum
        """
    );

    private readonly Statement update = session.Prepare(
        "UPDATE touchpoints_customers SET traits = ?2, memory = ?3, sequence = ?4, wishes = ?5, identity = ?6, checksum = ?7 "
            + "WHERE customer = ?1"
    );

    private readonly Statement fill = session.Prepare(
        "INSERT INTO touchpoints_parties (journey, role, customer, checksum) VALUES (?, ?, ?, ?)"
    );

    private readonly Statement move = session.Prepare(
        "UPDATE touchpoints_parties SET customer = ?3, checksum = ?4 WHERE journey = ?1 AND role = ?2"
    );

    private readonly Statement findByCustomer = session.Prepare(
        "SELECT journey, role, customer, checksum FROM touchpoints_parties WHERE customer = ?"
    );

    private readonly Statement readAll = session.Prepare(
        "SELECT customer, traits, memory, sequence, wishes, identity, checksum FROM touchpoints_customers"
    );

    private readonly Statement readAllParties = session.Prepare("SELECT journey, role, customer, checksum FROM touchpoints_parties");

    public CustomerRow? Find(CustomerId customer)
    {
        using Rows rows = find.Bind(customer.Value).Query();
        if (!rows.Next(Table, customer))
        {
            return null;
        }

        Damage.Require(rows.Text() == customer.Value, Table, customer, "its index leads to somebody else");
        return new CustomerRow(customer, rows.Text())
        {
            Memory = rows.Text(),
            Sequence = rows.Int64(),
            Wishes = rows.Text(),
            Identity = rows.Text(),
        };
    }

    /// <summary>Writes a row, whether or not there is one.</summary>
    public void Write(CustomerRow row) => Bind(write, row).Run();

    /// <summary>Writes a row that is there: that costs less than to look whether it is.</summary>
    public void Update(CustomerRow row) => Damage.Require(Bind(update, row).RunCounted() == 1, Table, row.Id, "it is missing");

    public void Fill(PartyRow row, StoredJourney journey) =>
        fill.Bind(journey.Number).Bind(row.Role).Bind(row.Customer.Value).BindChecksum().Run();

    /// <summary>Gives a role that is filled to another customer.</summary>
    public void Move(MovedPartyRow row, StoredJourney journey)
    {
        int moved = move.Bind(journey.Number).Bind(row.Role).Bind(row.Into.Value).BindChecksum().RunCounted();
        journey.Require(moved == 1, $"nobody plays the role {row.Role}");
    }

    /// <summary>Refuses a row that is not what was written.</summary>
    public void VerifyAll()
    {
        using (Rows customers = readAll.Query())
        {
            while (customers.Next(Table, "of some customer")) { }
        }

        using Rows parties = readAllParties.Query();
        while (parties.Next("touchpoints_parties", "of some journey")) { }
    }

    /// <summary>The numbers of the journeys in which a customer plays a role.</summary>
    public HashSet<long> JourneysOf(CustomerId customer)
    {
        using Rows rows = findByCustomer.Bind(customer.Value).Query();
        HashSet<long> journeys = [];
        while (rows.Next("touchpoints_parties", customer))
        {
            journeys.Add(rows.Int64());
        }

        return journeys;
    }

    private static Statement Bind(Statement statement, CustomerRow row) =>
        statement
            .Bind(row.Id.Value)
            .Bind(row.Traits)
            .Bind(row.Memory)
            .Bind(row.Sequence)
            .Bind(row.Wishes)
            .Bind(row.Identity)
            .BindChecksum();
}
