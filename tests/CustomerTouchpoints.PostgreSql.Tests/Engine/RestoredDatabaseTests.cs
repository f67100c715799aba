using System.Diagnostics;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.PostgreSql.Marks;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>A backup of the database is restored: a host with a mark of its own says so, and sends nothing a second time.</summary>
public sealed class RestoredDatabaseTests
{
    [Test]
    public async Task A_start_on_a_restored_database_says_from_when_to_when_and_sends_nothing_again()
    {
        using var schema = new StoreSchema();
        string folder = Directory.CreateTempSubdirectory("touchpoints-mark-").FullName;
        try
        {
            await using (SharedHost first = await StartAsync(schema, folder))
            {
                await PackAsync(first, "kept", 5);
            }

            string backup = Backup(schema);
            await using (SharedHost second = await StartAsync(schema, folder))
            {
                Assert.That(second.Store.Setback, Is.Null);
                await PackAsync(second, "lost", 5);
            }

            DateTimeOffset latest = StoreMark.Read(Path.Combine(folder, "mark"))!.Latest;
            Restore(schema, backup);
            await using SharedHost third = await StartAsync(schema, folder);
            Assert.That(third.Store.Setback!.Until, Is.EqualTo(latest));
            Assert.That(third.Store.Setback.From, Is.LessThan(latest));
            for (int i = 0; i < 5; i++)
            {
                await third.Touchpoints.RaiseAsync(Host.ParcelLifecycle.Fact("packed", $"lost{i}", "ana") with { OccurredAt = latest });
            }

            await Patience.UntilAsync(async () => (await InReviewAsync(third)).Count == 5, () => "what may have been sent to be in review");
            Assert.That((await third.Switches.CurrentAsync()).Select(pause => pause.Scope), Is.EqualTo([SwitchScope.Restored]));
            await PackAsync(third, "new", 1);
            Assert.That(third.Channel.Attempts, Has.Count.EqualTo(1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task A_mark_is_no_hindrance_once_what_it_knows_was_let_leave_and_none_of_another_schema()
    {
        using var schema = new StoreSchema();
        using var other = new StoreSchema();
        string folder = Directory.CreateTempSubdirectory("touchpoints-mark-").FullName;
        try
        {
            await using (SharedHost first = await StartAsync(schema, folder))
            {
                foreach (string fact in Host.ParcelLifecycle.Facts)
                {
                    await first.RaiseAsync(fact, "1");
                }

                await Patience.UntilAsync(() => first.Channel.Sent.Count == 4, () => "all to be told");
            }

            await using (PostgreSqlTouchpointStore store = await schema.OpenAsync())
            {
                await Retention.StepAsync(store.Database, TimeSpan.Zero, default);
            }

            Assert.That(schema.Ask<long>("SELECT count(*) FROM journal"), Is.Zero);
            await using (SharedHost again = await StartAsync(schema, folder))
            {
                Assert.That(again.Store.Setback, Is.Null);
            }

            await using SharedHost elsewhere = await StartAsync(other, folder);
            Assert.That(elsewhere.Store.Setback, Is.Null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task A_host_that_is_killed_has_noted_how_far_it_came_with_its_last_beat()
    {
        using var schema = new StoreSchema();
        string mark = Path.GetTempFileName();
        try
        {
            await using SharedHost host = await SharedHost.StartAsync(
                schema,
                configure: touchpoints =>
                    touchpoints.Services.Configure<PostgreSqlStoreOptions>(options =>
                    {
                        options.MarkFile = mark;
                        options.Lease = TimeSpan.FromSeconds(1);
                    })
            );
            await PackAsync(host, "told", 1);
            await Patience.UntilAsync(() => StoreMark.Read(mark) is { IsClosed: false }, () => "a beat");
        }
        finally
        {
            File.Delete(mark);
        }
    }

    private static Task<SharedHost> StartAsync(StoreSchema schema, string folder) =>
        SharedHost.StartAsync(
            schema,
            configure: touchpoints =>
                touchpoints.Services.Configure<PostgreSqlStoreOptions>(options => options.MarkFile = Path.Combine(folder, "mark"))
        );

    private static async Task PackAsync(SharedHost host, string prefix, int parcels)
    {
        int before = host.Channel.Sent.Count;
        for (int i = 0; i < parcels; i++)
        {
            await host.RaiseAsync("packed", $"{prefix}{i}");
        }

        await Patience.UntilAsync(() => host.Channel.Sent.Count == before + parcels, () => "what was raised to be told");
    }

    private static async Task<List<TouchpointView>> InReviewAsync(SharedHost host)
    {
        var query = new TouchpointQuery { Statuses = new HashSet<TouchpointStatus> { TouchpointStatus.InReview } };
        List<TouchpointView> found = [];
        await foreach (TouchpointView view in host.Touchpoints.TouchpointsAsync(query))
        {
            found.Add(view);
        }

        return found;
    }

    /// <summary>A dump as an administrator takes it.</summary>
    private static string Backup(StoreSchema schema)
    {
        string[] server = ["-h", "127.0.0.1", "-p", $"{SharedCluster.Server.Port}", "-U", "touchpoints", "-d", "postgres"];
        using Process dump = Process.Start(
            new ProcessStartInfo("pg_dump", [.. server, "--schema", schema.Name]) { RedirectStandardOutput = true }
        )!;
        string script = dump.StandardOutput.ReadToEnd();
        dump.WaitForExit();
        Assert.That(dump.ExitCode, Is.Zero);
        return script;
    }

    private static void Restore(StoreSchema schema, string backup)
    {
        schema.Execute($"DROP SCHEMA {schema.Name} CASCADE");
        Psql.Run($"SET client_min_messages = warning;\n{backup}");
    }
}
