using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Statements;

/// <summary>
/// An event's key is found by the whole key, whatever the statistics say. They say that a journey has few events, and by the journey alone
/// each commit would read all keys of one that has had 20,000.
/// </summary>
public sealed class KeyLookupTests
{
    [TestCase("nothing is known of a new schema", "")]
    [TestCase(
        "journeys have five events each",
        """
            INSERT INTO journeys (id, lifecycle, key, partition, version, standing, sequence, created_at, memory, data)
                SELECT i, 'order', i::text, 1, 1, 'open', 5, now(), '{}', '{}' FROM generate_series(1, 20000) AS i;
            INSERT INTO event_keys SELECT i, e::text, 1, 1, now() FROM generate_series(1, 20000) AS i, generate_series(1, 5) AS e;
            ANALYZE journeys, event_keys
            """
    )]
    public async Task A_key_is_found_by_journey_and_event(string when, string rows)
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        if (rows.Length > 0)
        {
            schema.Execute(rows);
        }

        await using var database = new Database(schema.Options());
        await using NpgsqlConnection connection = await database.OpenWriterAsync(default);
        await using var prepare = new NpgsqlCommand($"PREPARE seen(text[], text[], text[]) AS {WholeTable.SeeWithKeys}", connection);
        await prepare.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand("EXPLAIN EXECUTE seen('{order}', '{1}', '{1}')", connection);
        await using NpgsqlDataReader reader = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(0));
        }

        int index = plan.FindIndex(line => line.Contains("using event_keys_pkey", StringComparison.Ordinal));
        Assert.That(plan[index + 1], Does.Match(@"Index Cond: \(\(journey = .*\) AND \(event_id = "), $"{when}: {string.Join(' ', plan)}");
    }
}
