using System.Reflection;
using CustomerTouchpoints.PostgreSql.Migrations;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Statements;

/// <summary>
/// Every statement that runs often finds its rows by an index, as the connection plans it on which it runs; and none is forgotten here.
/// </summary>
public sealed class PlanTests
{
    private const string Keys = "text[], text[]";
    private const string Page =
        "text, text, text, text, text, text, text, text, text, text, text, text[], timestamptz, timestamptz, text, int";
    private const string OwnPage = "text, text, text, text, text, text, text[], timestamptz, timestamptz, int, text";

    private StoreSchema schema = null!;

    private static IEnumerable<TestCaseData> Statements =>
        [
            Hot(Role.Writer, "JourneyTable.Lock", Keys, "journeys_lifecycle_key_key"),
            Hot(Role.Writer, "CustomerTable.Lock", "text[]", "customers_pkey"),
            Hot(Role.Writer, "JourneyTable.LockUnheard", $"{Keys}, bigint, text[]", "journeys_lifecycle_key_key", "customers_pkey"),
            Hot(Role.Writer, "WholeTable.SeeWithKeys", $"{Keys}, text[]", "journeys_lifecycle_key_key", "event_keys_pkey"),
            Hot(
                Role.Writer,
                "JournalTable.FindEntries",
                "bigint[], bigint[], timestamptz[]",
                "journal_default_recorded_at_journey_sequence_idx",
                "event_data_default_pkey"
            ),
            Hot(
                Role.Writer,
                "JournalTable.Erase",
                "bigint[], bigint[], timestamptz[], text[], text[]",
                "journal_default_recorded_at_journey_sequence_idx",
                "event_data_default_pkey"
            ),
            Hot(
                Role.Writer,
                "JourneyTable.Update",
                "bigint[], int[], text[], text[], bigint[], timestamptz[], timestamptz[], bigint[], bigint[], timestamptz[], text[], "
                    + "text[]",
                "journeys_pkey"
            ),
            Hot(Role.Writer, "JourneyTable.Place", "bigint[], smallint[]", "journeys_pkey", "parties_pkey"),
            Hot(
                Role.Writer,
                "TouchpointTable.Update",
                "bigint[], text[], text[], text[], text[], bigint[], bigint[], text[], text[], text[], text[], text[], text[], "
                    + "timestamptz[], timestamptz[], timestamptz[], int[], boolean[]",
                "touchpoints_pkey"
            ),
            Hot(
                Role.Writer,
                "CustomerTouchpointTable.Update",
                "text[], text[], text[], text[], bigint[], bigint[], text[], text[], text[], text[], text[], timestamptz[], timestamptz[], "
                    + "timestamptz[], int[], boolean[]",
                "customer_touchpoints_pkey"
            ),
            Hot(Role.Writer, "CustomerTable.Write", "text[], smallint[], text[], text[], bigint[], text[], text[]", "customers_pkey"),
            Hot(Role.Writer, "CustomerTable.Update", "text[], text[], text[], bigint[], text[], text[]", "customers_pkey"),
            Hot(Role.Writer, "CustomerTable.Move", "bigint[], text[], text[], text[]", "parties_pkey", "touchpoints_pkey"),
            Hot(Role.Writer, "CustomerTable.Erase", "text[], bigint[], text[], text[]", "customer_journal_pkey"),
            Hot(
                Role.Writer,
                "ClockTable.Write",
                "bigint[], text[], int[], text[], text[], text[], int[], int[], text[], bigint[], timestamptz[], timestamptz[], "
                    + "bigint[], timestamptz[], timestamptz[], timestamptz[], timestamptz[], text[], text[], text[], text[]",
                "clocks_pkey"
            ),
            Hot(
                Role.Writer,
                "PromiseTable.Write",
                "bigint[], int[], text[], int[], timestamptz[], timestamptz[], timestamptz[], timestamptz[], text[], text[], text[]",
                "promises_pkey"
            ),
            Hot(Role.Writer, "ShelvedTable.Write", "bigint[], bigint[], text[]", "shelved_pkey"),
            Hot(Role.Writer, "ShelvedTable.Delete", "bigint[], bigint[]", "shelved_pkey"),
            Hot(Role.Reader, "ShelvedTable.Read", Keys, "journeys_lifecycle_key_key", "shelved_pkey"),
            Hot(Role.Writer, "SuppressionTable.Find", "text[]", "suppressions_pkey"),
            Hot(
                Role.Writer,
                "SuppressionTable.Write",
                "text[], text[], text[], text[], timestamptz[], text[], text[], timestamptz[], text[], text[]",
                "suppressions_pkey"
            ),
            HotFor(
                Role.Reader,
                "SuppressionTable.Read",
                "text, text, text, text, boolean, text[], int",
                "'7', '', NULL, NULL, false, NULL, 10",
                "suppressions_pkey"
            ),
            Hot(Role.Reader, "ReceiptTable.Read", $"{Keys}, bigint[]", "journeys_lifecycle_key_key", "receipts_pkey"),
            Hot(
                Role.Reader,
                "TouchpointTable.FindSome",
                $"{Keys}, text[], text[], text[], text[]",
                "journeys_lifecycle_key_key",
                "touchpoints_pkey"
            ),
            Hot(Role.Writer, "InboxTable.Move", "text[], text[]", "inbox_customer"),
            Hot(Role.Writer, "InboxTable.MarkRead", "text[], timestamptz[]", "inbox_pkey"),
            Hot(Role.Writer, "InboxTable.MarkDeleted", "text[], timestamptz[]", "inbox_pkey"),
            Hot(Role.Writer, "InboxTable.Trim", "text, bigint", "inbox_customer", "inbox_pkey"),
            Hot(Role.Writer, "InboxTable.Erase", "text[]", "inbox_customer"),
            Hot(Role.Writer, "InboxTable.Expire", "timestamptz", "inbox_expires", "inbox_pkey"),
            Hot(Role.Reader, "InboxTable.Read", "text, timestamptz, text, timestamptz, boolean, int", "inbox_customer"),
            Hot(Role.Reader, "InboxTable.Count", "text, timestamptz", "inbox_unread"),
            Hot(Role.Reader, "InboxTable.Find", "text", "inbox_pkey"),
            Hot(Role.Writer, "IntakeTable.Lock", "bigint[]", "intake_pkey"),
            Hot(Role.Writer, "IntakeTable.Take", "bigint[]", "intake_pkey"),
            Hot(Role.Writer, "IntakeTable.SetAside", "bigint[], text[]", "intake_pkey"),
            Hot(Role.Writer, "JourneyTable.RecallHeld", "timestamptz", "journeys_held"),
            Hot(Role.Reader, "JourneyTable.ReadDue", "timestamptz, timestamptz, text, text, int, int, timestamptz, int", "journeys_due"),
            Hot(Role.Reader, "CustomerTable.Find", "text", "customers_pkey"),
            Hot(Role.Reader, "CustomerTable.ReadJournal", "text", "customer_journal_pkey"),
            Hot(Role.Reader, "JourneyTable.HasWork", "timestamptz", "journeys_due", "intake_waiting"),
            Hot(Role.Reader, "JourneyTable.Read", Keys, "journeys_lifecycle_key_key"),
            Hot(Role.Reader, "JournalTable.Read", "text, text", "journal_default_pkey"),
            Hot(Role.Reader, "TouchpointTable.Read", "text, text", "touchpoints_pkey"),
            Hot(Role.Reader, "TouchpointTable.Find", "text, text, text, text, text, text", "touchpoints_pkey"),
            Hot(Role.Reader, "TouchpointTable.ReadPage", Page, "touchpoints_pkey"),
            Hot(Role.Reader, "TouchpointTable.ReadUnfinished", Page, "touchpoints_open", "journeys_sending", "touchpoints_pkey"),
            Hot(Role.Reader, "TouchpointTable.ReadOfCustomer", Page, "parties_customer", "touchpoints_pkey"),
            Hot(Role.Reader, "ReferenceTable.Find", "text, text", "provider_references_pkey"),
            Hot(Role.Reader, "CustomerTouchpointTable.Find", "text, text, text, text", "customer_touchpoints_pkey"),
            Hot(Role.Reader, "CustomerTouchpointTable.ReadPage", OwnPage, "customer_touchpoints_pkey"),
            Hot(Role.Reader, "CustomerTouchpointTable.ReadUnfinished", OwnPage, "customer_touchpoints_open"),
            Hot(Role.Reader, "CustomerTouchpointTable.ReadOfCustomer", OwnPage, "customer_touchpoints_pkey"),
            Hot(
                Role.Reader,
                "CustomerTouchpointTable.ReadDue",
                "timestamptz, timestamptz, text, text, text, text, int",
                "customer_touchpoints_due"
            ),
            HotFor(
                Role.Reader,
                "JournalTable.ReadAfter",
                "bigint, bigint, bigint, int",
                "0, 0, 0, 10",
                "journal_default_place_idx",
                "journeys_pkey",
                "event_data_default_pkey"
            ),
            Hot(Role.Life, "MarkKeeper.Newest", "", "journal_default_recorded_at_journey_sequence_idx"),
            Hot(Role.Life, "MarkKeeper.Compared", "bigint, bigint", "journeys_pkey", "journal_default_pkey"),
            Hot(Role.Life, "JournalTable.Rebase", "", "journal_default_place_idx"),
            Hot(Role.Reader, "ClockTable.Find", "text, text, text, int", "journeys_lifecycle_key_key", "clocks_pkey"),
            Hot(
                Role.Reader,
                "ClockTable.Read",
                "text, text, text, int, text, text, text, text, text, timestamptz, timestamptz, int",
                "clocks_pkey"
            ),
            Hot(Role.Reader, "PromiseTable.Read", "text, text, text, int, timestamptz, timestamptz, text, text, int, int", "promises_pkey"),
            Hot(Role.Reader, "JourneyTable.FindByCustomer", "text", "parties_customer", "journeys_pkey"),
            HotFor(Role.Reader, "IntakeTable.Read", "text[], int", "'{order7}', 256", "intake_waiting"),
            Hot(Role.Reader, "SwitchTable.ReadRecord", "int", "operations_pkey"),
            Hot(Role.Reader, "JournalTable.ReadHighWater", "", "journal_default_recorded_at_journey_sequence_idx"),
            Hot(Role.Reader, "PostgreSqlReports.Journeys", "text, text, int", "journeys_lifecycle_key_key"),
            HotFor(
                Role.Reader,
                "PostgreSqlReports.Journal",
                "timestamptz, bigint, bigint, int",
                "now() - interval '1 minute', 0, 0, 10",
                "journal_default_recorded_at_journey_sequence_idx",
                "journeys_pkey",
                "event_data_default_pkey"
            ),
            HotFor(
                Role.Retention,
                "JourneyTable.Prune",
                "interval, int",
                "interval '0', 200",
                "journeys_finished",
                "journal_default_pkey",
                "event_data_default_pkey",
                "touchpoints_pkey",
                "event_keys_pkey",
                "parties_pkey",
                "receipts_pkey",
                "clocks_pkey",
                "promises_pkey"
            ),
            Hot(Role.Life, "HostTable.MakeDue", "", "journeys_sending", "touchpoints_pkey"),
            Hot(Role.Life, "JournalTable.Exists", "bigint, bigint, timestamptz", "journal_default_recorded_at_journey_sequence_idx"),
        ];

    /// <summary>The SQL of the package, by type and field.</summary>
    private static Dictionary<string, string> Sql { get; } =
        typeof(PostgreSqlTouchpointStore)
            .Assembly.GetTypes()
            .Where(type => type.Namespace != typeof(Schema).Namespace)
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            )
            .Where(field =>
                field.FieldType == typeof(string)
                && (string?)field.GetValue(null) is { } text
                && Verbs.Any(verb => text.StartsWith(verb, StringComparison.Ordinal))
            )
            .ToDictionary(field => $"{field.DeclaringType!.Name}.{field.Name}", field => (string)field.GetValue(null)!);

    private static string[] Verbs => ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "];

    [OneTimeSetUp]
    public async Task Fill()
    {
        schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        PlannedTables.Fill(schema);
    }

    [OneTimeTearDown]
    public void Remove() => schema.Dispose();

    [TestCaseSource(nameof(Statements))]
    public async Task Uses_its_index(Role role, string name, string types, string? values, string[] indexes)
    {
        string plan = await PlanAsync(role, Sql[name], types, values);
        foreach (string index in indexes)
        {
            Assert.That(plan, Does.Contain($" {index} ").Or.Contain($" {index}\n"), plan);
        }

        Assert.That(PlannedTables.Large.Where(table => plan.Contains($"Seq Scan on {table}", StringComparison.Ordinal)), Is.Empty, plan);
    }

    [Test]
    public void Every_statement_of_the_package_is_looked_at_or_exempt() =>
        Assert.That(
            Sql.Keys,
            Is.EquivalentTo(
                Statements
                    .Select(statement => (string)statement.Arguments[1]!)
                    .Concat(UnplannedStatements.Exempt.Values.SelectMany(names => names))
            )
        );

    /// <summary>
    /// The plan on a connection like that on which the statement runs: the one that is kept for all parameters, or that of some values.
    /// </summary>
    private async Task<string> PlanAsync(Role role, string sql, string types, string? values)
    {
        await using var database = new Database(schema.Options());
        await using NpgsqlConnection connection = await (
            role switch
            {
                Role.Writer => database.OpenWriterAsync(default),
                Role.Life or Role.Retention => database.OpenLifeAsync(default),
                _ => database.OpenReaderAsync(default),
            }
        );
        if (role == Role.Retention)
        {
            await using var plan = new NpgsqlCommand($"BEGIN; {Retention.Planning}", connection);
            await plan.ExecuteNonQueryAsync();
        }

        string mode = values is null ? "force_generic_plan" : "force_custom_plan";
        values ??= string.Join(", ", types.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(type => $"NULL::{type}"));
        string parameters = types.Length == 0 ? "" : $"({types})";
        values = values.Length == 0 ? "" : $"({values})";
        await using (var prepare = new NpgsqlCommand($"SET plan_cache_mode = {mode}; PREPARE hot{parameters} AS {sql}", connection))
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

    private static TestCaseData Hot(Role role, string name, string types, params string[] indexes) =>
        new TestCaseData(role, name, types, null, indexes).SetName($"{name.Replace('.', '_')}_uses_its_index");

    /// <summary>One that is planned anew each time, for its values.</summary>
    private static TestCaseData HotFor(Role role, string name, string types, string values, params string[] indexes) =>
        new TestCaseData(role, name, types, values, indexes).SetName($"{name.Replace('.', '_')}_uses_its_index");

    /// <summary>On which connection a statement runs.</summary>
    public enum Role
    {
        Writer,
        Life,
        Retention,
        Reader,
    }
}
