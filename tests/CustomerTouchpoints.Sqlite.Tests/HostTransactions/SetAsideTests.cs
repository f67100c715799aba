using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Sqlite.Tests.Engine;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Sqlite.Tests.HostTransactions;

/// <summary>Facts in the intake that nothing can be made of: they block nobody, and an operator sees them.</summary>
public sealed class SetAsideTests
{
    private const string Row =
        "INSERT INTO touchpoints_intake (lifecycle, key, name, event_id, occurred_at, enlisted_at, parties, data) VALUES ";

    [TestCase("('parcel', '', 'packed', '1', 0, 0, '{}', '{}')", "journey's key")]
    [TestCase("('parcel', '6', 'Packed!', '1', 0, 0, '{}', '{}')", "an event's name")]
    [TestCase("('parcel', '6', 'packed', '', 0, 0, '{}', '{}')", "an event's id")]
    [TestCase("('parcel', '6', 'packed', '1', 0, 0, '{}', '{\"a\":')", "JSON")]
    [TestCase("('parcel', '6', 'packed', '1', 0, 0, '{}', '{\"a\":\"\\u0000\\ud800\"}')", "")]
    [TestCase("('parcel', '6', 'packed', '1', 0, 0, '{}', '[]')", "must be a JSON object")]
    [TestCase("('parcel', '6', 'packed', '1', 0, 0, 'null', '{}')", "parties")]
    [TestCase("('parcel', '6', 'packed', '1', 0, 0, '{\"courier\":\"bob\"}', '{}')", "no role \"courier\"")]
    [TestCase("('parcel', '6', 'packed', '1', 0, 0, '{\"customer\":null}', '{}')", "")]
    public async Task Broken_data_is_set_aside_with_its_reason_and_the_next_fact_is_taken(string row, string reason)
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        shop.Ask(Row + row);
        await shop.PlaceAsync(host.Touchpoints, "7");
        await host.AdvanceAsync(TimeSpan.Zero);

        Assert.That(host.Sent.Select(message => message.Touchpoint.Journey.Key), Is.EqualTo(["7"]));
        Assert.That(shop.Ask("SELECT set_aside FROM touchpoints_intake"), Is.Not.Empty.And.Contains(reason));
        HealthCheckResult health = await HealthOfAsync(host);
        Assert.That((health.Status, health.Data["stuck_in_intake"]), Is.EqualTo((HealthStatus.Degraded, 1L)));
    }

    [Test]
    public void An_instant_that_nobody_could_read_does_not_get_in()
    {
        using var shop = new Shop();
        Assert.That(
            async () =>
            {
                await using TouchpointsTestHost host = await shop.StartAsync();
                shop.Ask(Row + "('parcel', '6', 'packed', '1', 9223372036854775807, 0, '{}', '{}')");
            },
            Throws.Exception.With.Message.Contains("CHECK constraint failed")
        );
    }

    [Test]
    public async Task More_broken_facts_than_a_page_holds_block_nobody()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        shop.Ask(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) "
                + Row.Replace("VALUES ", "SELECT 'parcel', '6', 'Packed!', i, 0, 0, '{}', '{}' FROM n", StringComparison.Ordinal)
        );
        await shop.PlaceAsync(host.Touchpoints, "7");
        await host.AdvanceAsync(TimeSpan.Zero);
        host.Sent.ShouldBe("parcel-packed");
        Assert.That(shop.Ask("SELECT count(*) FROM touchpoints_intake WHERE set_aside IS NOT NULL"), Is.EqualTo("600"));
    }

    [Test]
    public async Task A_lifecycle_that_a_deployment_has_dropped_waits_for_a_host_that_has_it()
    {
        using var shop = new Shop();
        ICustomerTouchpoints before;
        await using (TouchpointsTestHost first = await shop.StartAsync())
        {
            before = first.Touchpoints;
        }

        await shop.PlaceAsync(before, "7");
        await using (
            TouchpointsTestHost without = await TouchpointsTestHost.StartAsync<CrateLifecycle.First>(touchpoints =>
                touchpoints.UseSqlite($"Data Source={shop.Folder.Database}")
            )
        )
        {
            await without.RaiseAsync(
                new()
                {
                    Journey = "crate/1",
                    Name = "packed",
                    Id = "1",
                    Customer = new CustomerId("ben"),
                }
            );
            without.SentTo("ben").ShouldBe("crate-packed");
            HealthCheckResult health = await HealthOfAsync(without);
            Assert.That(health.Status, Is.EqualTo(HealthStatus.Degraded));
            Assert.That(health.Description, Does.Contain("nobody here takes 1 enlisted fact(s)"));
        }

        await using TouchpointsTestHost again = await shop.StartAsync();
        await again.AdvanceAsync(TimeSpan.Zero);
        again.SentTo("ana").ShouldBe("parcel-packed");
        Assert.That((await HealthOfAsync(again)).Status, Is.EqualTo(HealthStatus.Healthy));
    }

    [Test]
    public async Task What_was_set_aside_is_tried_again_after_the_next_start()
    {
        using var shop = new Shop();
        await using (TouchpointsTestHost first = await shop.StartAsync())
        {
            shop.Ask(Row + "('parcel', '7', 'packed', '1', 0, 0, '{\"customer\":\"ana\"}', '{')");
            await first.AdvanceAsync(TimeSpan.Zero);
            first.Sent.ShouldBe();
        }

        // As a deployment would mend what reads it, here the row itself is mended.
        shop.Ask("UPDATE touchpoints_intake SET data = '{}', occurred_at = 1767603600000000");
        await using TouchpointsTestHost second = await shop.StartAsync();
        await second.AdvanceAsync(TimeSpan.Zero);
        second.SentTo("ana").ShouldBe("parcel-packed");
        Assert.That(shop.Ask("SELECT count(*) FROM touchpoints_intake"), Is.EqualTo("0"));
    }

    [Test]
    public async Task A_journey_that_is_ahead_of_this_host_is_set_aside_and_its_neighbours_are_taken()
    {
        using var shop = new Shop();
        await using (TouchpointsTestHost ahead = await shop.StartAsync())
        {
            await ahead.RaiseAsync(ParcelLifecycle.Fact("packed", "1", "6", "ben"));
        }

        string columns = JourneyTable.Columns.Replace("version", "9", StringComparison.Ordinal);
        shop.Ask($"UPDATE touchpoints_journeys SET version = 9, checksum = {Checksum.Of(columns)}");
        await using TouchpointsTestHost next = await shop.StartAsync();
        await shop.PlaceAsync(next.Touchpoints, "6", name: "shipped", id: "2", customer: "ben");
        await shop.PlaceAsync(next.Touchpoints, "7");
        await next.AdvanceAsync(TimeSpan.Zero);
        next.Sent.ShouldBe("parcel-packed");
        Assert.That(
            shop.Ask("SELECT key || ' ' || set_aside FROM touchpoints_intake"),
            Does.StartWith("6 ").And.Contains("follows version 9")
        );
    }

    [Test]
    public async Task Facts_that_nobody_takes_although_they_could_be_make_the_host_unhealthy()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        await shop.PlaceAsync(host.Touchpoints, "7");
        host.Time.MoveTo(host.Time.GetUtcNow().AddMinutes(2));
        Assert.That((await HealthOfAsync(host)).Status, Is.EqualTo(HealthStatus.Degraded));
        host.Time.MoveTo(host.Time.GetUtcNow().AddMinutes(9));
        HealthCheckResult health = await HealthOfAsync(host);
        Assert.That(
            (health.Status, health.Description),
            Is.EqualTo((HealthStatus.Unhealthy, "the oldest due item is 0 s old; the oldest enlisted fact is 660 s old"))
        );
    }

    private static Task<HealthCheckResult> HealthOfAsync(TouchpointsTestHost host) =>
        new TouchpointsHealthCheck(host.Services.GetRequiredService<TouchpointsEngine>()).CheckHealthAsync(new HealthCheckContext());
}
