using System.Diagnostics;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.PostgreSql.Host;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>
/// Hosts tell each other what they have left. With hints, work does not wait for the next poll; without them, it waits for that and nothing
/// else.
/// </summary>
public sealed class HintTests
{
    /// <summary>So long that nothing in these tests is found by polling.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(10);

    [Test]
    public async Task What_is_enlisted_at_one_host_is_taken_by_another_long_before_its_poll()
    {
        using var schema = new StoreSchema();
        await using SharedHost front = await SharedHost.StartAsync(
            schema,
            configure: touchpoints => touchpoints.Configure(options => options.RunWorkers = false)
        );
        await using SharedHost worker = await StartAsync(schema);
        await ListenAsync(schema, 1);
        for (int i = 1; i <= 3; i++)
        {
            await EnlistAsync(schema, front, $"{i}");
            await Patience.UntilAsync(() => worker.Channel.Attempts.Count == i, () => $"message {i}", seconds: 10);
        }
    }

    [Test]
    public async Task What_a_host_has_no_slot_for_is_sent_by_another_long_before_its_poll()
    {
        using var schema = new StoreSchema();
        var stuck = new StuckSender();
        await using SharedHost one = await StartAsync(schema, stuck);
        await using SharedHost two = await StartAsync(schema);
        await ListenAsync(schema, 2);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => one.RaiseAsync("packed", $"{i}", $"customer-{i}")));
        await Patience.UntilAsync(() => two.Channel.Attempts.Count > 10, () => "a share of what one host could not send", seconds: 10);
        stuck.LetGo();
    }

    [Test]
    public async Task What_a_host_that_leaves_hands_back_is_sent_by_another_long_before_its_poll()
    {
        using var schema = new StoreSchema();
        var stuck = new StuckSender();
        await using SharedHost two = await StartAsync(schema);
        SharedHost one = await StartAsync(schema, stuck);
        await ListenAsync(schema, 2);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => one.RaiseAsync("packed", $"{i}", $"customer-{i}")));
        Task leaving = one.DisposeAsync().AsTask();
        stuck.LetGo();
        await leaving;
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status = 'Sent'") == 200,
            () => "200 messages",
            seconds: 20
        );
        Assert.That(stuck.Sent + two.Channel.Attempts.Count, Is.EqualTo(200));
    }

    [Test]
    public async Task Where_every_listener_is_cut_work_goes_on_by_polling_and_is_done_once()
    {
        using var schema = new StoreSchema();
        await using SharedHost one = await SharedHost.StartAsync(schema);
        await using SharedHost two = await SharedHost.StartAsync(schema);
        for (int i = 0; i < 20; i++)
        {
            Cut(schema);
            await EnlistAsync(schema, i % 2 == 0 ? one : two, $"enlisted-{i}");
            await one.RaiseAsync("packed", $"raised-{i}", $"customer-{i}");
        }

        int Sent() => one.Channel.Attempts.Count + two.Channel.Attempts.Count;
        await Patience.UntilAsync(() => Sent() == 40, () => $"40 messages; there are {Sent()}");
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status = 'Sent'") == 40,
            () => "40 outcomes"
        );
        Assert.That(Sent(), Is.EqualTo(40));
    }

    [Test]
    public async Task A_listener_that_was_cut_listens_again_and_finds_what_was_said_meanwhile()
    {
        using var schema = new StoreSchema();
        await using SharedHost host = await StartAsync(schema);
        await ListenAsync(schema, 1);
        Cut(schema);
        await EnlistAsync(schema, host, "1");
        await Patience.UntilAsync(
            () => host.Channel.Attempts.Count == 1,
            () => "the message that was enlisted while nobody listened",
            seconds: 20
        );
        await EnlistAsync(schema, host, "2");
        await Patience.UntilAsync(() => host.Channel.Attempts.Count == 2, () => "the next one", seconds: 10);
    }

    [Test]
    public async Task Switched_off_nobody_listens_and_nobody_is_told()
    {
        using var schema = new StoreSchema();
        await using NpgsqlConnection listener = await ListenerAsync(schema);
        int told = 0;
        listener.Notification += (_, _) => told++;
        await using SharedHost one = await SharedHost.StartAsync(schema, configure: Silent);
        await using SharedHost two = await SharedHost.StartAsync(schema, configure: Silent);
        await EnlistAsync(schema, one, "enlisted");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => one.RaiseAsync("packed", $"{i}", $"customer-{i}")));
        await Patience.UntilAsync(() => one.Channel.Attempts.Count + two.Channel.Attempts.Count == 51, () => "51 messages");
        await listener.WaitAsync(100);
        Assert.That(told, Is.Zero);
        Assert.That(Listening(schema), Is.Zero);

        static void Silent(TouchpointsBuilder touchpoints) =>
            touchpoints.Services.Configure<PostgreSqlStoreOptions>(options => options.UseNotifications = false);
    }

    [Test]
    public async Task Many_transactions_and_batches_become_few_notifications()
    {
        using var schema = new StoreSchema();
        await using NpgsqlConnection listener = await ListenerAsync(schema);
        var told = new List<string>();
        listener.Notification += (_, hint) => told.Add(hint.Payload);
        var stuck = new StuckSender();
        await using SharedHost one = await StartAsync(schema, stuck);
        await using SharedHost two = await StartAsync(schema, stuck);
        await listener.WaitAsync(100);
        told.Clear();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 100; i++)
        {
            await EnlistAsync(schema, one, $"enlisted-{i}");
            await one.RaiseAsync("packed", $"raised-{i}", $"customer-{i}");
        }

        double moments = Stopwatch.GetElapsedTime(start).TotalMilliseconds / 25;
        while (await listener.WaitAsync(200)) { }

        await TestContext.Out.WriteLineAsync($"{told.Count} notifications in {moments:0} moments");
        Assert.That(told.Count(hint => hint == "intake"), Is.InRange(1, moments + 1));
        Assert.That(told.Count(hint => hint == "due 1"), Is.InRange(1, moments + 3));
        stuck.LetGo();
    }

    private static Task<SharedHost> StartAsync(StoreSchema schema, IChannelSender? sender = null) =>
        SharedHost.StartAsync(schema, sender, touchpoints => touchpoints.Configure(options => options.PollInterval = Never));

    private static async Task EnlistAsync(StoreSchema schema, SharedHost host, string parcel)
    {
        await using NpgsqlConnection connection = schema.ConnectHost();
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await host.Touchpoints.EnlistAsync(ParcelLifecycle.Fact("packed", parcel, "ana"), transaction);
        await transaction.CommitAsync();
    }

    private static async Task<NpgsqlConnection> ListenerAsync(StoreSchema schema)
    {
        NpgsqlConnection connection = schema.ConnectHost();
        await connection.OpenAsync();
        await using var listen = new NpgsqlCommand($"LISTEN {schema.Name}_hints", connection);
        await listen.ExecuteNonQueryAsync();
        return connection;
    }

    private static void Cut(StoreSchema schema) =>
        schema.Execute(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE '% listener' AND query LIKE 'LISTEN "
                + $"{schema.Name}%'"
        );

    private static Task ListenAsync(StoreSchema schema, int hosts) =>
        Patience.UntilAsync(() => Listening(schema) == hosts, () => $"{hosts} hosts to listen; {Listening(schema)} do");

    private static long Listening(StoreSchema schema) =>
        schema.Ask<long>(
            $"SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE '% listener' AND query LIKE 'LISTEN {schema.Name}%'"
        );
}
