using CustomerTouchpoints.PostgreSql.Hosts;
using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Statements;

/// <summary>Every statement that runs often finds its rows by an index, as the writer's connection plans it.</summary>
public sealed class PlanTests
{
    private static readonly string[] Large = ["journeys", "journal_default", "event_data_default", "event_keys", "touchpoints", "parties", "customers"];

    private StoreSchema schema = null!;

    private static IEnumerable<TestCaseData> Statements =>
    [
        Hot("Locking_journeys", JourneyTable.Lock, "text[], text[]", "journeys_lifecycle_key_key"),
        Hot("Locking_customers", CustomerTable.Lock, "text[]", "customers_pkey"),
        Hot("Locking_keys_that_do_not_exist", JourneyTable.LockUnheard, "text[], text[], bigint, text[]", "journeys_lifecycle_key_key", "customers_pkey"),
        Hot("Finding_events", JournalTable.FindKeys, "text[], text[], text[]", "event_keys_pkey", "journal_default_pkey", "event_data_default_pkey"),
        Hot(
            "Changing_journeys", JourneyTable.Update,
            "bigint[], smallint[], int[], text[], text[], bigint[], timestamptz[], timestamptz[], bigint[], bigint[], timestamptz[], text[], text[]", "journeys_pkey"),
        Hot(
            "Changing_touchpoints", TouchpointTable.Update,
            "bigint[], text[], text[], text[], text[], bigint[], bigint[], text[], text[], text[], text[], text[], text[], timestamptz[], timestamptz[], timestamptz[], int[], boolean[]",
            "touchpoints_pkey"),
        Hot("Reading_what_is_due", JourneyTable.ReadDue, "timestamptz, timestamptz, text, text, int, int, timestamptz, int", "journeys_due"),
        Hot("Reading_journeys", JourneyTable.Read, "text[], text[]", "journeys_lifecycle_key_key"),
        Hot("Reading_a_journal", JournalTable.Read, "text, text", "journal_default_pkey"),
        Hot("Reading_touchpoints", TouchpointTable.Read, "text, text", "touchpoints_pkey"),
        Hot("Finding_a_touchpoint", TouchpointTable.Find, "text, text, text, text, text, text", "touchpoints_pkey"),
        Hot("Finding_a_customers_journeys", JourneyTable.FindByCustomer, "text", "parties_customer", "journeys_pkey"),
        Hot("Reading_the_intake", IntakeTable.Read, "text[], int", "intake_waiting"),
        Hot("Taking_from_the_intake", IntakeTable.Lock, "bigint[]", "intake_pkey"),
        Hot("Recalling_what_is_held", JourneyTable.RecallHeld, "timestamptz", "journeys_held"),
        Hot("Deleting_what_is_finished", JourneyTable.Prune, "interval, int", "journeys_finished", "journal_default_pkey", "touchpoints_pkey", "event_keys_pkey", "parties_pkey"),
        Hot("Taking_over_attempts", HostTable.MakeDue, "", "journeys_sending"),
        Hot("Reading_the_latest_instant", JournalTable.ReadHighWater, "", "journal_default_recorded_at_journey_sequence_idx"),
    ];

    [OneTimeSetUp]
    public async Task Fill()
    {
        schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        schema.Execute(
            """
            INSERT INTO journeys SELECT i, 'order', i::text, i % 1024, 1, 'shipped', 'open', 1, now(), CASE WHEN i % 50 = 0 THEN now() END, CASE WHEN i % 500 = 0 THEN 1 END, NULL, CASE WHEN i % 3 = 0 THEN now() END, '{}', '{}' FROM generate_series(1, 20000) i;
            INSERT INTO customers SELECT i::text, i % 1024, '{}' FROM generate_series(1, 20000) i;
            INSERT INTO journal SELECT i, 1, now() - i * interval '1 second', now(), 'event', 'e', 'e', 'Moved', '', '{}' FROM generate_series(1, 20000) i;
            INSERT INTO event_data SELECT i, 1, now() - i * interval '1 second', '{}' FROM generate_series(1, 20000) i;
            INSERT INTO event_keys SELECT i, 'e', 1, 1, now() FROM generate_series(1, 20000) i;
            INSERT INTO parties SELECT i, 'buyer', i::text FROM generate_series(1, 20000) i;
            INSERT INTO touchpoints SELECT i, 'r', '1', 'buyer', 'email', 1, 1, i::text, 't', 'Service', 'email', 'Sent', '', now(), now(), now(), 1, false FROM generate_series(1, 20000) i;
            ANALYZE;
            """);
    }

    [OneTimeTearDown]
    public void Remove() => schema.Dispose();

    [TestCaseSource(nameof(Statements))]
    public async Task Uses_its_index(string sql, string types, string[] indexes)
    {
        string plan = await PlanAsync(sql, types);
        foreach (string index in indexes)
        {
            Assert.That(plan, Does.Contain($" {index} ").Or.Contain($" {index}\n"), plan);
        }

        Assert.That(Large.Where(table => plan.Contains($"Seq Scan on {table}", StringComparison.Ordinal)), Is.Empty, plan);
    }

    /// <summary>The plan that is kept for all parameters, on a connection like that of the writer.</summary>
    private async Task<string> PlanAsync(string sql, string types)
    {
        await using var database = new Database(schema.Options());
        await using NpgsqlConnection connection = await database.OpenWriterAsync(default);
        string[] all = types.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        string parameters = all.Length == 0 ? "" : $"({types})";
        string values = all.Length == 0 ? "" : $"({string.Join(", ", all.Select(type => $"NULL::{type}"))})";
        await using (var prepare = new NpgsqlCommand($"PREPARE hot{parameters} AS {sql}", connection))
        {
            await prepare.ExecuteNonQueryAsync();
        }

        await using var explain = new NpgsqlCommand($"EXPLAIN EXECUTE hot{values}", connection);
        await using NpgsqlDataReader reader = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines) + "\n";
    }

    private static TestCaseData Hot(string name, string sql, string types, params string[] indexes) =>
        new TestCaseData(sql, types, indexes).SetName($"{name}_uses_its_index");
}
