using CustomerTouchpoints.PostgreSql.Host;
using CustomerTouchpoints.PostgreSql.Tests.Engine;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.PostgreSql.Tests.Migrations;

/// <summary>The journal by months: each with partitions of its own, archived while a host goes on, and brought back.</summary>
public sealed class MonthTests
{
    private static readonly DateOnly March = new(2026, 3, 17);
    private static readonly DateOnly April = new(2026, 4, 1);

    private readonly VirtualTime time = new(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public async Task A_month_is_archived_while_a_host_goes_on_and_comes_back()
    {
        using var schema = new StoreSchema();
        await using SharedHost host = await StartAsync(schema);
        await RaiseAsync(host, "packed", "early");
        Psql.Run(PostgreSqlSchema.MonthScript(March, schema.Name));
        Psql.Run(PostgreSqlSchema.MonthScript(April, schema.Name));
        Assert.That(
            schema.Ask<long>("SELECT count(*) FROM journal_2026_03"),
            Is.GreaterThan(0),
            "what was there before the partition is in it"
        );
        await RaiseAsync(host, "packed", "late");
        foreach (string fact in ParcelLifecycle.Facts)
        {
            await RaiseAsync(host, fact, "done");
        }

        time.MoveTo(new DateTimeOffset(2026, 3, 31, 23, 59, 59, TimeSpan.Zero));
        await RaiseAsync(host, "shipped", "late");
        time.MoveTo(new DateTimeOffset(2026, 4, 2, 12, 0, 0, TimeSpan.Zero));
        await RaiseAsync(host, "shipped", "early");
        (string[] march, string[] april) = (Entries(schema, "journal_2026_03"), Entries(schema, "journal_2026_04"));
        Assert.That(
            schema.Ask<long>("SELECT count(*) FROM journal_default") + schema.Ask<long>("SELECT count(*) FROM event_data_default"),
            Is.Zero
        );
        Assert.That(await StoryAsync(host), Is.EquivalentTo(march.Concat(april)));

        for (int i = 0; i < 2; i++)
        {
            Psql.Run(PostgreSqlSchema.ArchiveScript(March, schema.Name));
        }

        Assert.That(await StoryAsync(host), Is.EquivalentTo(april), "the timeline begins later");
        Assert.That(Entries(schema, "journal_2026_03"), Is.EqualTo(march), "the archive has the rest");
        Assert.That(
            (await RaiseAsync(host, "packed", "early")).Outcome,
            Is.EqualTo(RaiseOutcome.Duplicate),
            "an archived event is still known"
        );
        Assert.That((await RaiseAsync(host, "delivered", "early")).Outcome, Is.EqualTo(RaiseOutcome.Moved));
        Assert.That((await RaiseAsync(host, "shipped", "late")).Outcome, Is.EqualTo(RaiseOutcome.Duplicate));
        Assert.That((await RaiseAsync(host, "delivered", "late")).Outcome, Is.EqualTo(RaiseOutcome.Moved));
        Assert.That((await RaiseAsync(host, "packed", "new")).Outcome, Is.EqualTo(RaiseOutcome.Moved));
        Assert.That(
            host.Channel.Sent.Select(message => message.Touchpoint).Distinct().Count(),
            Is.EqualTo(host.Channel.Attempts.Count),
            "nothing was told twice"
        );
        Assert.That(
            (await host.Touchpoints.ExplainAsync(host.Channel.Sent.First().Touchpoint))!,
            Does.Contain("Sent"),
            "a message is still explained by what is there"
        );

        // Another host starts with the journal as it is, and retention finds nothing in the way.
        await using (SharedHost other = await StartAsync(schema))
        {
            await Retention.StepAsync(((PostgreSqlTouchpointStore)other.Store).Database, TimeSpan.Zero, default);
        }

        Assert.That((await RaiseAsync(host, "packed", "done")).Outcome, Is.EqualTo(RaiseOutcome.Closed), "its journey is a tombstone");

        Psql.Run(PostgreSqlSchema.MonthScript(March, schema.Name));
        Assert.That(Entries(schema, "journal"), Is.SupersetOf(march), "the month is back");
    }

    [Test]
    public async Task A_repeat_with_other_data_of_an_archived_event_is_a_conflict()
    {
        using var schema = new StoreSchema();
        await using SharedHost host = await StartAsync(schema);
        Psql.Run(PostgreSqlSchema.MonthScript(March, schema.Name));
        await RaiseAsync(host, "packed", "7");
        Psql.Run(PostgreSqlSchema.ArchiveScript(March, schema.Name));
        time.MoveTo(new DateTimeOffset(2026, 4, 2, 12, 0, 0, TimeSpan.Zero));
        RaiseResult result = await RaiseAsync(
            host,
            new IncomingEvent
            {
                Journey = "parcel/7",
                Name = "shipped",
                Id = "packed",
            }
        );
        Assert.That(result.Outcome, Is.EqualTo(RaiseOutcome.Conflict));
    }

    [Test]
    public void A_month_of_a_schema_that_is_none_is_refused() =>
        Assert.That(
            () => PostgreSqlSchema.ArchiveScript(March, "x; DROP TABLE journal"),
            Throws.ArgumentException.With.Message.Contains("DROP TABLE")
        );

    private Task<SharedHost> StartAsync(StoreSchema schema) =>
        SharedHost.StartAsync(
            schema,
            configure: touchpoints =>
            {
                touchpoints.Services.AddSingleton<TimeProvider>(time);
                touchpoints.Services.Configure<PostgreSqlStoreOptions>(options => options.UseDatabaseTime = false);
                touchpoints.Configure(options => options.RunWorkers = false);
            }
        );

    private static Task<RaiseResult> RaiseAsync(SharedHost host, string fact, string parcel) =>
        RaiseAsync(host, ParcelLifecycle.Fact(fact, parcel, "ana"));

    private static async Task<RaiseResult> RaiseAsync(SharedHost host, IncomingEvent fact)
    {
        Task<RaiseResult> raised = host.Touchpoints.RaiseAsync(fact);
        do
        {
            await host.Engine.DrainAsync();
        } while (!raised.IsCompleted);

        return await raised;
    }

    private static async Task<string[]> StoryAsync(SharedHost host) =>
        [.. (await host.Touchpoints.TimelineAsync("ana")).Entries.Select(entry => $"{entry.Name} {entry.Outcome}").Order()];

    private static string[] Entries(StoreSchema schema, string table) =>
        schema.Ask<string[]>(
            $"SELECT coalesce(array_agg(name || ' ' || outcome ORDER BY name || ' ' || outcome), array[]::text[]) FROM {table}"
        );
}
