using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of customers, and of the roles they play.</summary>
internal sealed class CustomerTable(Session session)
{
    private readonly Statement find = session.Prepare("SELECT traits FROM touchpoints_customers WHERE customer = ?");

    private readonly Statement write = session.Prepare(
        "INSERT INTO touchpoints_customers (customer, traits) VALUES (?, ?) ON CONFLICT (customer) DO UPDATE SET traits = excluded.traits");

    private readonly Statement fill = session.Prepare("INSERT INTO touchpoints_parties (journey, role, customer) VALUES (?, ?, ?)");

    public CustomerRow? Find(CustomerId customer)
    {
        using Rows rows = find.Bind(customer.Value).Query();
        return rows.Next() ? new CustomerRow(customer, rows.Text()) : null;
    }

    public void Write(CustomerRow row) => write.Bind(row.Id.Value).Bind(row.Traits).Run();

    public void Fill(PartyRow row, StoredJourney journey) => fill.Bind(journey.Number).Bind(row.Role).Bind(row.Customer.Value).Run();
}
