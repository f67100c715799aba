using System.Data.Common;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of customers and of the roles that they play.</summary>
internal static class CustomerTable
{
    private const string Names = "customer, partition, traits, memory, sequence, wishes, identity";

    private const string ReadNames = "customer, traits, memory, sequence, wishes, identity";

    private const string EntryNames = "customer, sequence, recorded_at, name, reason, changes";

    public const string Lock = $"SELECT {ReadNames} FROM customers WHERE customer = ANY ($1) ORDER BY customer FOR NO KEY UPDATE";

    public static readonly string Write = $"""
        INSERT INTO customers ({Names})
        SELECT {Names} FROM ({ArrayRows.Of(Names)}) AS u ORDER BY customer COLLATE "C"
        ON CONFLICT (customer) DO UPDATE
        SET traits = excluded.traits, memory = excluded.memory, sequence = excluded.sequence, wishes = excluded.wishes,
            identity = excluded.identity
        """;

    // What is locked is there: that costs less than to look whether it is.
    public static readonly string Update = $"""
        UPDATE customers c SET traits = u.traits, memory = u.memory, sequence = u.sequence, wishes = u.wishes,
            identity = u.identity
        FROM ({ArrayRows.Of(ReadNames)}) AS u
        WHERE c.customer = u.customer
        """;

    public const string Find = $"SELECT {ReadNames} FROM customers WHERE customer = $1";

    public static readonly string Append = $"INSERT INTO customer_journal ({EntryNames}) {ArrayRows.Of(EntryNames)}";

    public const string ReadJournal = $"SELECT {EntryNames} FROM customer_journal WHERE customer = $1 ORDER BY sequence";

    public static readonly string Fill = $"INSERT INTO parties (journey, role, customer) {ArrayRows.Of("journey, role, customer")}";

    private static readonly string Move = $"""
        WITH moved AS (SELECT * FROM ({ArrayRows.Of("journey, role, former, customer")}) AS u),
        told AS (UPDATE touchpoints t SET customer = m.customer FROM moved m
                 WHERE t.journey = m.journey AND t.role = m.role AND t.customer = m.former)
        UPDATE parties p SET customer = m.customer FROM moved m WHERE p.journey = m.journey AND p.role = m.role
        """;

    private static readonly string Erase = $"""
        UPDATE customer_journal j SET reason = u.reason, changes = u.changes
        FROM ({ArrayRows.Of("customer, sequence, reason, changes")}) AS u
        WHERE j.customer = u.customer AND j.sequence = u.sequence
        """;

    public static NpgsqlBatchCommand Found(CustomerId customer) => new NpgsqlBatchCommand(Find).With(customer.Value);

    public static NpgsqlBatchCommand Locked(IReadOnlyCollection<CustomerId> customers) =>
        new NpgsqlBatchCommand(Lock).Texts(customers, customer => customer.Value);

    public static NpgsqlBatchCommand Written(IReadOnlyList<CustomerRow> rows) =>
        new NpgsqlBatchCommand(Write)
            .Texts(rows, row => row.Id.Value)
            .ShortsOrNulls(rows, row => StableHash.PartitionOf(row.Id.Value))
            .Texts(rows, row => row.Traits)
            .Texts(rows, row => row.Memory)
            .Longs(rows, row => row.Sequence)
            .Texts(rows, row => row.Wishes)
            .Texts(rows, row => row.Identity);

    public static NpgsqlBatchCommand Updated(IReadOnlyList<CustomerRow> rows) =>
        new NpgsqlBatchCommand(Update)
            .Texts(rows, row => row.Id.Value)
            .Texts(rows, row => row.Traits)
            .Texts(rows, row => row.Memory)
            .Longs(rows, row => row.Sequence)
            .Texts(rows, row => row.Wishes)
            .Texts(rows, row => row.Identity);

    public static NpgsqlBatchCommand Appended(IReadOnlyList<CustomerJournalRow> rows) =>
        new NpgsqlBatchCommand(Append)
            .Texts(rows, row => row.Customer.Value)
            .Longs(rows, row => row.Sequence)
            .Times(rows, row => row.RecordedAt)
            .Texts(rows, row => row.Name)
            .Texts(rows, row => row.Reason)
            .Texts(rows, row => row.Changes);

    public static CustomerRow Row(DbDataReader reader) =>
        new(reader.GetString(0), reader.GetString(1))
        {
            Memory = reader.GetString(2),
            Sequence = reader.GetInt64(3),
            Wishes = reader.GetString(4),
            Identity = reader.GetString(5),
        };

    public static CustomerJournalRow Entry(DbDataReader reader) =>
        new()
        {
            Customer = reader.GetString(0),
            Sequence = reader.GetInt64(1),
            RecordedAt = reader.Time(2),
            Name = reader.GetString(3),
            Reason = reader.GetString(4),
            Changes = reader.GetString(5),
        };

    /// <summary>Gives roles that are filled, and what was planned for them, to other customers.</summary>
    public static NpgsqlBatchCommand Moved(IReadOnlyList<MovedPartyRow> rows, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand(Move)
            .Longs(rows, row => number(row.Journey))
            .Texts(rows, row => row.Role)
            .Texts(rows, row => row.From.Value)
            .Texts(rows, row => row.Into.Value);

    /// <summary>Takes out of entries what they said.</summary>
    public static NpgsqlBatchCommand Erased(IReadOnlyList<CustomerJournalRow> rows) =>
        new NpgsqlBatchCommand(Erase)
            .Texts(rows, row => row.Customer.Value)
            .Longs(rows, row => row.Sequence)
            .Texts(rows, row => row.Reason)
            .Texts(rows, row => row.Changes);

    public static NpgsqlBatchCommand Filled(IReadOnlyList<PartyRow> rows, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand(Fill)
            .Longs(rows, row => number(row.Journey))
            .Texts(rows, row => row.Role)
            .Texts(rows, row => row.Customer.Value);
}
