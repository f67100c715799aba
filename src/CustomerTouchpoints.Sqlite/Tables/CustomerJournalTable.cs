using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of the journals that customers have of their own.</summary>
internal sealed class CustomerJournalTable(Session session)
{
    private const string Table = "touchpoints_customer_journal";

    private readonly Statement append = session.Prepare(
        """
        INSERT INTO touchpoints_customer_journal (sequence, recorded_at, name, reason, changes, customer, checksum)
        VALUES (?1, ?2, ?3, ?4, ?5, (SELECT id FROM touchpoints_customers WHERE customer = ?6), ?7)
        """
    );

    private readonly Statement erase = session.Prepare(
        $"""
        UPDATE touchpoints_customer_journal
        SET reason = ?1, changes = ?2, checksum = {Checksum.Of("sequence, recorded_at, name, ?1, ?2, ?3")}
        WHERE customer = (SELECT id FROM touchpoints_customers WHERE customer = ?3) AND sequence = ?4
        """
    );

    private readonly Statement read = session.Prepare(
        """
        SELECT j.sequence, j.recorded_at, j.name, j.reason, j.changes, c.customer, j.checksum
        FROM touchpoints_customers c JOIN touchpoints_customer_journal j ON j.customer = c.id
        WHERE c.customer = ? ORDER BY j.sequence
        """
    );

    private readonly Statement readAll = session.Prepare(
        """
        SELECT j.sequence, j.recorded_at, j.name, j.reason, j.changes, c.customer, j.checksum
        FROM touchpoints_customer_journal j LEFT JOIN touchpoints_customers c ON c.id = j.customer
        """
    );

    /// <summary>Appends an entry; the customer's row is there already.</summary>
    public void Append(CustomerJournalRow entry) =>
        append
            .Bind(entry.Sequence)
            .Bind(entry.RecordedAt)
            .Bind(entry.Name)
            .Bind(entry.Reason)
            .Bind(entry.Changes)
            .Bind(entry.Customer.Value)
            .BindChecksum()
            .Run();

    /// <summary>Takes out of an entry what it said.</summary>
    public void Erase(CustomerJournalRow entry)
    {
        int erased = erase.Bind(entry.Reason).Bind(entry.Changes).Bind(entry.Customer.Value).Bind(entry.Sequence).RunCounted();
        Damage.Require(erased == 1, Table, entry.Customer, $"entry {entry.Sequence} is missing");
    }

    /// <summary>Reads a customer's whole journal, and refuses one with a gap.</summary>
    public List<CustomerJournalRow> Read(CustomerRow customer)
    {
        using Rows rows = read.Bind(customer.Id.Value).Query();
        List<CustomerJournalRow> entries = [];
        while (rows.Next(Table, customer.Id))
        {
            entries.Add(
                new CustomerJournalRow
                {
                    Customer = customer.Id,
                    Sequence = rows.Int64(),
                    RecordedAt = rows.Instant(),
                    Name = rows.Text(),
                    Reason = rows.Text(),
                    Changes = rows.Text(),
                }
            );
            Damage.Require(entries[^1].Sequence == entries.Count, Table, customer.Id, $"entry {entries.Count} is missing");
        }

        Damage.Require(
            entries.Count == customer.Sequence,
            Table,
            customer.Id,
            $"{customer.Sequence} were written, and {entries.Count} are found"
        );
        return entries;
    }

    /// <summary>Refuses an entry that is not what was written.</summary>
    public void VerifyAll()
    {
        using Rows rows = readAll.Query();
        while (rows.Next(Table, "of some customer")) { }
    }
}
