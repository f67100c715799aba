using System.Text.Json;
using CustomerTouchpoints.PostgreSql.Migrations;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Migrations;

/// <summary>What a schema of version 1 knows of customers, after the step that gives them a memory.</summary>
public sealed class CustomersMoveOverTests
{
    [Test]
    public async Task Traits_stay_roles_are_counted_and_contacts_begin_anew()
    {
        using var schema = new StoreSchema();
        await using (var database = new Database(schema.Options()))
        {
            await using NpgsqlConnection connection = await database.OpenLifeAsync(default);
            await Schema.MigrateAsync(connection, schema.Name, mayChange: true, [Script.All[0]], default);
            await using var written = new NpgsqlCommand(
                """
                INSERT INTO customers (customer, partition, traits) VALUES
                    ('ana', 1, '{"culture":"it","segments":["club"],"attributes":{},"wantsPromotions":true}'),
                    ('bo', 2, '{"culture":"en","segments":[],"attributes":{},"wantsPromotions":false}');
                INSERT INTO journeys (id, lifecycle, key, partition, version, standing, sequence, created_at, memory, data)
                    SELECT n, 'order', n, 1, 1, 'open', 0, timestamptz '2026-03-02 12:00+00' + n * interval '1 day', '{}', '{}'
                    FROM generate_series(1, 20) AS n;
                INSERT INTO parties (journey, role, customer) SELECT id, 'buyer', 'ana' FROM journeys;
                """,
                connection
            );
            await written.ExecuteNonQueryAsync();
        }

        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        CustomerRow ana = (await store.FindCustomerAsync("ana", default))!;
        CustomerRow bo = (await store.FindCustomerAsync("bo", default))!;
        JsonElement roles = JsonDocument.Parse(ana.Memory).RootElement.GetProperty("roles");
        JsonElement[] newest = [.. roles.GetProperty("newest").EnumerateArray()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ana.Traits, Does.Contain("club"));
            Assert.That(roles.GetProperty("total").GetInt32(), Is.EqualTo(20));
            Assert.That(
                newest.Select(role => role.GetProperty("journey").GetString()),
                Is.EqualTo(Enumerable.Range(5, 16).Select(n => $"order/{n}"))
            );
            Assert.That(newest[0].GetProperty("since").GetInt64(), Is.EqualTo(1_772_884_800_000_000));
            Assert.That(ana.Memory, Does.Not.Contain("contacts"));
            Assert.That(bo.Memory, Is.EqualTo("{}"));
        }
    }
}
