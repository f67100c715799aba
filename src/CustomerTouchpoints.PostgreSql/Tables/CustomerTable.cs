using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of customers and of the roles that they play.</summary>
internal static class CustomerTable
{
    public const string Lock = "SELECT customer, traits FROM customers WHERE customer = ANY ($1) ORDER BY customer FOR NO KEY UPDATE";

    public const string Find = "SELECT traits FROM customers WHERE customer = $1";

    public static readonly string Write = $"""
        INSERT INTO customers (customer, partition, traits)
        SELECT customer, partition, traits FROM ({ArrayRows.Of("customer, partition, traits")}) AS u ORDER BY customer COLLATE "C"
        ON CONFLICT (customer) DO UPDATE SET traits = excluded.traits
        """;

    public static readonly string Fill = $"INSERT INTO parties (journey, role, customer) {ArrayRows.Of("journey, role, customer")}";

    public static NpgsqlBatchCommand Locked(IReadOnlyCollection<CustomerId> customers) =>
        new NpgsqlBatchCommand(Lock).Texts(customers, customer => customer.Value);

    public static NpgsqlBatchCommand Found(CustomerId customer) => new NpgsqlBatchCommand(Find).With(customer.Value);

    public static NpgsqlBatchCommand Written(IReadOnlyList<CustomerRow> rows) =>
        new NpgsqlBatchCommand(Write)
            .Texts(rows, row => row.Id.Value)
            .ShortsOrNulls(rows, row => StableHash.PartitionOf(row.Id.Value))
            .Texts(rows, row => row.Traits);

    public static NpgsqlBatchCommand Filled(IReadOnlyList<PartyRow> rows, Func<JourneyId, long> number) =>
        new NpgsqlBatchCommand(Fill)
            .Longs(rows, row => number(row.Journey))
            .Texts(rows, row => row.Role)
            .Texts(rows, row => row.Customer.Value);
}
