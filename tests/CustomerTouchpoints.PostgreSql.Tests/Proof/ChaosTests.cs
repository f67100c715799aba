using System.Diagnostics;
using System.Globalization;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Sqlite.Tests;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>
/// A minute in which something goes wrong all the time, while 64 callers report through three hosts: whatever it is, it ends, the others
/// are served, and in the end what was acknowledged is what is stored and what was sent.
/// </summary>
/// <remarks><c>CHAOS_SECONDS</c> and <c>CHAOS_SEED</c> choose another length and another order.</remarks>
public sealed class ChaosTests
{
    private const string Role = "shop";
    private const int Callers = 64;
    private const int Starts = 5;

    private static readonly string[] FillingUp = ["!StoreUnavailableException", "silence"];

    [Test]
    public async Task A_minute_of_chaos_loses_nothing_and_doubles_nothing()
    {
        int seconds = Setting("CHAOS_SECONDS", 60);
        int seed = Setting("CHAOS_SEED", 20261130);
        var random = new Random(seed);
        using SmallDisk disk = SmallDisk.Mount(megabytes: 256);
        using Cluster server = Cluster.Start();
        await PrepareAsync(server, disk);
        string asRole = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = Role }.ConnectionString;
        using Scene scene = await Scene.StartAsync(server, connectionString: asRole, callers: Callers);
        (string Name, Func<Task> Do)[] faults =
        [
            ("backends killed", () => KillBackends(server, random)),
            ("server restarted", () => RestartAsync(server)),
            ("rights withdrawn", () => WithoutRightsAsync(server, scene, random)),
            ("disk full", () => WithoutRoomAsync(disk, random)),
            ("host killed", () => KillAsync(scene, random)),
            ("a host's clock moved", () => MoveClockAsync(scene, random)),
        ];
        var struck = new Dictionary<string, int>();
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds || round < faults.Length; round++)
        {
            // Each once, in turn, and then as the dice say.
            (string name, Func<Task> strike) = faults[round < faults.Length ? round : random.Next(faults.Length)];
            await strike();
            await scene.GoOnAsync(2 * Callers);
            struck[name] = struck.GetValueOrDefault(name) + 1;
        }

        string told = string.Join(", ", struck.Select(fault => $"{fault.Value} {fault.Key}"));
        await TestContext.Out.WriteLineAsync($"Seed {seed}: {told}");
        await scene.VerifyAsync();
        Assert.That(scene.Feed.Refusals.Keys, Is.SubsetOf(FillingUp), "a caller hears that the store is not there, or nothing yet");
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>A role that owns nothing but its schema, and a small disk for what it writes.</summary>
    private static async Task PrepareAsync(Cluster server, SmallDisk disk)
    {
        string place = Path.Combine(disk.Path, "tables");
        Directory.CreateDirectory(place);
        if (Environment.IsPrivilegedProcess)
        {
            using Process chown = Process.Start("chown", ["-R", "postgres", disk.Path]);
            await chown.WaitForExitAsync();
        }

        server.Execute($"CREATE ROLE {Role} LOGIN");
        server.Execute($"CREATE TABLESPACE small LOCATION '{place}'");
        server.Execute($"GRANT CREATE ON TABLESPACE small TO {Role}");
        server.Execute($"GRANT CREATE ON DATABASE postgres TO {Role}");
        server.Execute($"ALTER ROLE {Role} SET default_tablespace = small");
    }

    private static Task KillBackends(Cluster server, Random random)
    {
        int some = 1 + random.Next(3);
        server.Execute(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{Role}' AND (pid % {some} = 0 OR wait_event IS NULL)"
        );
        return Task.CompletedTask;
    }

    private static Task RestartAsync(Cluster server)
    {
        server.StopAtOnce();
        server.Start();
        NpgsqlConnection.ClearAllPools();
        return Task.CompletedTask;
    }

    private static async Task WithoutRightsAsync(Cluster server, Scene scene, Random random)
    {
        string[] rights = ["INSERT", "UPDATE", "DELETE", "SELECT", "ALL"];
        string right = rights[random.Next(rights.Length)];
        server.Execute($"REVOKE {right} ON ALL TABLES IN SCHEMA {scene.Store.Name} FROM {Role}");
        await Task.Delay(TimeSpan.FromSeconds(1 + random.NextDouble()));
        server.Execute($"GRANT ALL ON ALL TABLES IN SCHEMA {scene.Store.Name} TO {Role}");
    }

    private static async Task WithoutRoomAsync(SmallDisk disk, Random random)
    {
        disk.Fill();
        await Task.Delay(TimeSpan.FromSeconds(1 + random.NextDouble()));
        disk.MakeRoom();
    }

    private static async Task KillAsync(Scene scene, Random random)
    {
        int victim = random.Next(scene.Hosts);
        await scene[victim].ReadyAsync();
        scene[victim].Kill();
        for (int start = 0; start < Starts; start++)
        {
            scene.Replace(victim);
            try
            {
                await scene[victim].ReadyAsync();
                return;
            }
            catch (InvalidOperationException) when (start + 1 < Starts)
            {
                // A host that can't reach its database does not start; whoever watches over hosts starts it again.
            }
        }
    }

    private static async Task MoveClockAsync(Scene scene, Random random)
    {
        int victim = random.Next(scene.Hosts);
        await scene[victim].ReadyAsync();
        scene[victim].MoveClock(TimeSpan.FromMinutes(random.Next(-120, 120)));
    }
}
