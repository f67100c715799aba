using System.Diagnostics;
using System.Globalization;
using CustomerTouchpoints.PostgreSql.Tests.Proof;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Sqlite.Tests.Keeping;
using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Sqlite.Tests.Chaos;

/// <summary>
/// A minute in which something goes wrong with the file all the time, while 64 callers report: whatever it is, it ends, and in the end what
/// was acknowledged is what is stored and what was sent.
/// </summary>
/// <remarks><c>CHAOS_SECONDS</c> and <c>CHAOS_SEED</c> choose another length and another order.</remarks>
public sealed class ChaosTests
{
    private const int Callers = 64;

    private static readonly string[] Refusals = [nameof(StoreUnavailableException), nameof(ObjectDisposedException), "stopping"];

    [Test]
    public async Task A_minute_of_chaos_loses_nothing_and_doubles_nothing()
    {
        int seconds = Setting("CHAOS_SECONDS", 60);
        int seed = Setting("CHAOS_SEED", 20261130);
        var random = new Random(seed);
        using SmallDisk disk = SmallDisk.Mount(megabytes: 256);
        using var folder = new StoreFolder(disk.Path);
        var mailbox = new Mailbox();
        await using var life = new Life(folder, mailbox);
        await life.BeginAsync();
        using var crowd = new Crowd(() => life.Host);
        crowd.Start(Callers);
        (string Name, Func<Task> Do)[] faults =
        [
            ("busy", () => BusyAsync(folder, random)),
            ("disk full", () => FullAsync(disk, random)),
            ("read-only between two lives", () => ReadOnlyAsync(disk, life)),
            ("file swapped", () => SwappedAsync(folder, life)),
            ("restarted", life.RestartAsync),
        ];
        var struck = new Dictionary<string, int>();
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds || round < faults.Length; round++)
        {
            // Each once, in turn, and then as the dice say.
            (string name, Func<Task> strike) = faults[round < faults.Length ? round : random.Next(faults.Length)];
            await strike();
            await crowd.GoOnAsync(2 * Callers);
            struck[name] = struck.GetValueOrDefault(name) + 1;
        }

        await crowd.EndAsync();
        await Patience.UntilAsync(() => life.SettledAsync(), () => "everything to settle");
        string told = string.Join(", ", struck.Select(fault => $"{fault.Value} {fault.Key}"));
        string refusals = string.Join(", ", crowd.Refusals.Select(refusal => $"{refusal.Value} {refusal.Key}"));
        await TestContext.Out.WriteLineAsync(
            $"Seed {seed}: {told}; {crowd.Acknowledged.Count} facts acknowledged, {mailbox.Arrived.Count} messages arrived; "
                + $"refusals: {refusals}"
        );
        Verify(folder, crowd, mailbox);
    }

    private static void Verify(StoreFolder folder, Crowd crowd, Mailbox mailbox)
    {
        using SqliteConnection connection = folder.ConnectHost();
        connection.Open();
        ILookup<string, Arrival> byMessage = mailbox.Arrived.ToLookup(arrival => arrival.Touchpoint);
        string[] told = [.. crowd.Acknowledged.Select(fact => $"reported/{fact.Parcel}~parcel-{fact.Name}~1~customer~email")];
        Assert.Multiple(() =>
        {
            Assert.That(
                crowd.Refusals.Keys,
                Is.SubsetOf(Refusals),
                "what a caller may hear of a store that is not there, or of a host that goes"
            );
            Assert.That(
                crowd.Acknowledged.Select(fact => fact.Outcome),
                Is.All.EqualTo(RaiseOutcome.Moved).Or.EqualTo(RaiseOutcome.Duplicate)
            );
            Assert.That(
                Some.Number(connection.Handle!, "SELECT count(*) FROM touchpoints_event_keys"),
                Is.EqualTo(crowd.Acknowledged.Count),
                "stored, once each"
            );
            Assert.That(byMessage.Select(group => group.Key).Except(told), Is.Empty, "messages of facts that nobody has acknowledged");
            Assert.That(
                told.Where(message => !byMessage.Contains(message)).Select(message => Life.Ending(connection, message)),
                Is.Empty,
                "messages that never arrived"
            );
            Assert.That(
                byMessage.Where(group => group.Count(arrival => !arrival.MayBeRepeat) > 1).Select(group => group.Key),
                Is.Empty,
                "repeats that are not flagged"
            );
            Assert.That(
                mailbox.Arrived.GroupBy(arrival => (arrival.Touchpoint, arrival.Attempt)).Where(group => group.Count() > 1),
                Is.Empty,
                "one attempt that arrived twice"
            );
        });
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The host's own transaction, which it does not end for a while.</summary>
    private static async Task BusyAsync(StoreFolder folder, Random random)
    {
        using SqliteConnection connection = folder.ConnectHost();
        await connection.OpenAsync();
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        await Task.Delay(TimeSpan.FromSeconds(1 + (6 * random.NextDouble())));
        await transaction.RollbackAsync();
    }

    private static async Task FullAsync(SmallDisk disk, Random random)
    {
        disk.Fill();
        await Task.Delay(TimeSpan.FromSeconds(1 + random.NextDouble()));
        disk.MakeRoom();
    }

    /// <summary>
    /// The mount comes back read-only, as after an error of the device; the next start says so, and an administrator mends it.
    /// </summary>
    private static async Task ReadOnlyAsync(SmallDisk disk, Life life)
    {
        await life.EndAsync();
        disk.Remount("ro");
        Assert.That(life.BeginAsync, Throws.TypeOf<StoreUnavailableException>().With.Message.Contain("can't be opened for writing"));
        disk.Remount("rw");
        await life.BeginAsync();
    }

    /// <summary>Somebody puts a backup in the file's place while the host runs, and puts the file back once health speaks of it.</summary>
    private static async Task SwappedAsync(StoreFolder folder, Life life)
    {
        string backup = Path.Combine(folder.Path, "backup.db");
        KeptHost.Backup(folder, backup);
        File.Move(folder.Database, folder.Database + ".old");
        File.Move(backup, folder.Database);
        await Patience.UntilAsync(
            async () => (await life.HealthAsync()).Status == HealthStatus.Unhealthy,
            () => "the swapped file to be noticed",
            seconds: 10
        );
        await life.EndAsync();
        File.Move(folder.Database + ".old", folder.Database, overwrite: true);
        await life.BeginAsync();
    }
}
