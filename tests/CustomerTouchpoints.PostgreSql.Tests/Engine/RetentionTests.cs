using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>What is finished goes after its time, and leaves a tombstone.</summary>
public sealed class RetentionTests
{
    [Test]
    public async Task A_finished_journey_leaves_a_tombstone_and_late_facts_are_closed()
    {
        using var schema = new StoreSchema();
        await using SharedHost host = await SharedHost.StartAsync(
            schema,
            configure: touchpoints =>
                touchpoints.Services.Configure<PostgreSqlStoreOptions>(options =>
                {
                    options.KeepFinished = TimeSpan.FromSeconds(2);
                    options.Lease = TimeSpan.FromSeconds(3);
                })
        );
        await host.RaiseAsync("packed", "open");
        foreach (string fact in Host.ParcelLifecycle.Facts)
        {
            await host.RaiseAsync(fact, "done");
        }

        const string Done = "(SELECT id FROM journeys WHERE key = 'done')";
        await Patience.UntilAsync(
            () => schema.Ask<long>($"SELECT count(*) FROM journal WHERE journey = {Done}") == 0,
            () => "the journal to go"
        );
        foreach (string table in (string[])["event_data", "event_keys", "touchpoints", "parties"])
        {
            Assert.That(schema.Ask<long>($"SELECT count(*) FROM {table} WHERE journey = {Done}"), Is.Zero, table);
        }

        Assert.That(host.Channel.Sent.Count(message => message.Touchpoint.Journey.Key == "done"), Is.EqualTo(4), "it was told to its end");
        RaiseResult late = await host.Touchpoints.RaiseAsync(
            new IncomingEvent
            {
                Journey = "parcel/done",
                Name = "shipped",
                Id = "late",
            }
        );
        RaiseResult repeat = await host.RaiseAsync("packed", "done");
        Assert.That((late.Outcome, repeat.Outcome), Is.EqualTo((RaiseOutcome.Closed, RaiseOutcome.Closed)));
        Assert.That((await host.RaiseAsync("packed", "open")).Outcome, Is.EqualTo(RaiseOutcome.Duplicate), "what is open stays");
    }
}
