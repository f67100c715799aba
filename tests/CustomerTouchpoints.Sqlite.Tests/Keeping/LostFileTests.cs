using System.Diagnostics;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Sqlite.Tests.Engine;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Sqlite.Tests.Keeping;

/// <summary>
/// Somebody meddles with the file of a host that runs. It is noticed within seconds, nothing more is acknowledged, and the next start
/// refuses what is there or says what it lacks.
/// </summary>
public sealed class LostFileTests
{
    private static readonly object[] Deeds =
    [
        new object[] { "a backup is moved over it", StoreTrouble.FileReplaced, (Meddle)((file, backup) => File.Move(backup, file, true)) },
        new object[]
        {
            "it is moved away and a backup put in its place",
            StoreTrouble.FileReplaced,
            (Meddle)(
                (file, backup) =>
                {
                    File.Move(file, file + ".old");
                    File.Move(backup, file);
                }
            ),
        },
        new object[]
        {
            "a backup is moved over it and its log removed",
            StoreTrouble.FileReplaced,
            (Meddle)(
                (file, backup) =>
                {
                    File.Move(backup, file, true);
                    File.Delete(file + "-wal");
                    File.Delete(file + "-shm");
                }
            ),
        },
        new object[] { "a backup is copied over it", StoreTrouble.FileOverwritten, (Meddle)((file, backup) => CopyOver(file, backup)) },
        new object[] { "it is emptied", StoreTrouble.FileOverwritten, (Meddle)((file, _) => CopyOver(file, "/dev/null")) },
        new object[] { "it is deleted", StoreTrouble.FileGone, (Meddle)((file, _) => File.Delete(file)) },
        new object[]
        {
            "it and its log are deleted",
            StoreTrouble.FileGone,
            (Meddle)(
                (file, _) =>
                {
                    File.Delete(file);
                    File.Delete(file + "-wal");
                    File.Delete(file + "-shm");
                }
            ),
        },
        new object[]
        {
            "its folder is moved away",
            StoreTrouble.FileGone,
            (Meddle)(
                (file, _) =>
                {
                    string folder = Path.GetDirectoryName(file)!;
                    Directory.Move(folder, folder + ".gone");
                    Directory.CreateDirectory(folder);
                }
            ),
        },
        new object[] { "its log is deleted", StoreTrouble.LogGone, (Meddle)((file, _) => File.Delete(file + "-wal")) },
        new object[]
        {
            "another log is put in place of its own",
            StoreTrouble.LogReplaced,
            (Meddle)(
                (file, _) =>
                {
                    byte[] log = File.ReadAllBytes(file + "-wal");
                    log[17] ^= 1;
                    File.WriteAllBytes(file + ".other", log);
                    File.Move(file + ".other", file + "-wal", true);
                }
            ),
        },
    ];

    private delegate void Meddle(string file, string backup);

    [TestCaseSource(nameof(Deeds))]
    public async Task What_is_done_to_the_file_of_a_running_host_is_noticed(string deed, object trouble, object meddle)
    {
        using var folder = new StoreFolder();
        string gone = folder.Path + ".gone";
        string backup = Path.Combine(folder.Path, "backup.db");
        int told;
        await using (KeptHost host = await KeptHost.StartAsync(folder))
        {
            await host.PackAsync(40, "before");
            KeptHost.Fold(folder);
            KeptHost.Backup(folder, backup);
            await host.PackAsync(40, "after");
            KeptHost.Fold(folder);
            await Patience.UntilAsync(() => Folded(folder) > 1, () => "the look that sees the file as it is");
            await host.PackAsync(1, "latest");

            ((Meddle)meddle)(folder.Database, backup);
            await Patience.UntilAsync(
                async () => (await host.HealthAsync()).Status == HealthStatus.Unhealthy,
                () => $"\"{deed}\" to be noticed",
                seconds: 10
            );

            HealthCheckResult health = await host.HealthAsync();
            Assert.That(health.Data["reason"], Does.StartWith("store-file-").Or.StartsWith("store-log-"));
            Assert.That(host.Logged.Where(entry => entry.Level == LogLevel.Critical), Is.Not.Empty);
            StoreUnavailableException refused = Assert.ThrowsAsync<StoreUnavailableException>(() =>
                host.Running.Touchpoints.RaiseAsync(ParcelLifecycle.Fact("packed", "1", "refused", "ana"))
            )!;
            Assert.That(refused.Trouble, Is.EqualTo(trouble));
            Assert.That(refused.Message, Does.Contain(folder.Database).And.Contain("Stop the host"));
            told = host.Running.Channel.Sent.Count;
        }

        // The next start: what was acknowledged is there, or it says that it is not.
        try
        {
            await RestartAsync(folder, (StoreTrouble)trouble, told);
        }
        finally
        {
            if (Directory.Exists(gone))
            {
                Directory.Delete(gone, recursive: true);
            }
        }
    }

    /// <summary>
    /// A connection that is opened after the swap, and before anybody has looked, would fold the log of the file that was there into the
    /// one that is there now, and remove it.
    /// </summary>
    [Test]
    public async Task Who_begins_to_read_after_a_swap_is_refused_and_leaves_the_log_alone()
    {
        using var folder = new StoreFolder();
        string backup = Path.Combine(folder.Path, "backup.db");
        await using (SqliteTouchpointStore store = folder.Connect(options => options.LookInterval = Timeout.InfiniteTimeSpan))
        {
            await store.OpenAsync(default);
            await Some.CommitAsync(store, Some.Journeys("order/1"));
            KeptHost.Backup(folder, backup);
            File.Move(folder.Database, folder.Database + ".old");
            File.Move(backup, folder.Database);
            await Some.CommitAsync(store, Some.Journeys("order/2"));
            Assert.That(
                async () => await store.ReadJournalAsync("order/1", default),
                Throws
                    .TypeOf<StoreUnavailableException>()
                    .With.Property(nameof(StoreUnavailableException.Trouble))
                    .EqualTo(StoreTrouble.FileReplaced)
            );
        }

        File.Move(folder.Database + ".old", folder.Database, overwrite: true);
        await using SqliteTouchpointStore again = await folder.OpenAsync();
        Assert.That(await again.ReadJourneysAsync(["order/1", "order/2"], default), Has.Count.EqualTo(2));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_log_that_is_removed_after_a_crash_is_missed(bool atAll)
    {
        using var folder = new StoreFolder();
        using var killed = new StoreFolder();
        await using (KeptHost host = await KeptHost.StartAsync(folder))
        {
            await host.PackAsync(20, "before");
            KeptHost.Fold(folder);
            await host.PackAsync(20, "after");
            await Task.Delay(TimeSpan.FromSeconds(2.5));
            foreach (string part in (string[])["", "-wal", ".mark"])
            {
                File.Copy(folder.Database + part, killed.Database + part);
            }
        }

        if (atAll)
        {
            File.Delete(killed.Database + "-wal");
        }

        await using SqliteTouchpointStore store = killed.Connect();
        await store.OpenAsync(default);
        Assert.That(store.Setback, atAll ? Is.Not.Null : Is.Null);
    }

    [Test]
    public async Task A_file_that_hosts_and_tools_use_as_they_may_is_never_called_another()
    {
        using var folder = new StoreFolder();
        await using KeptHost host = await KeptHost.StartAsync(folder);
        for (int i = 0; i < 12; i++)
        {
            await host.PackAsync(20, $"batch{i}-");
            KeptHost.Fold(folder);
            KeptHost.Backup(folder, Path.Combine(folder.Path, $"backup{i}.db"));
            using var connection = folder.ConnectHost();
            await connection.OpenAsync();
            using var command = connection.CreateCommand();
            command.CommandText = i % 4 == 3 ? "VACUUM" : "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
            await Task.Delay(300);
        }

        Assert.That((await host.HealthAsync()).Status, Is.EqualTo(HealthStatus.Healthy));
    }

    private static async Task RestartAsync(StoreFolder folder, StoreTrouble trouble, int told)
    {
        SqliteTouchpointStore store = folder.Connect(options => options.OwnershipTimeout = TimeSpan.Zero);
        try
        {
            await store.OpenAsync(default);
        }
        catch (StoreUnavailableException refused)
        {
            // It is refused, and the remedy that it names helps.
            await store.DisposeAsync();
            Assert.That(refused.Message, Does.Contain(folder.Database).And.Contains("backup").Or.Contains("remove"));
            string old = folder.Database + ".old";
            if (File.Exists(old))
            {
                File.Move(old, folder.Database, overwrite: true);
            }
            else if (!File.Exists(folder.Database) || trouble == StoreTrouble.FileGone || new FileInfo(folder.Database).Length == 0)
            {
                return;
            }
            else
            {
                File.Delete(folder.Database + "-wal");
                File.Delete(folder.Database + "-shm");
            }

            store = folder.Connect();
            await store.OpenAsync(default);
        }

        await using (store)
        {
            int kept = (await store.ReadTouchpointsAsync(new TouchpointQuery(), 1000, default)).Count(row =>
                row.Status == TouchpointStatus.Sent
            );
            Assert.That(kept == told || store.Setback is not null, $"{kept} of {told} are known, and nothing is said of it");
        }
    }

    private static long Folded(StoreFolder folder) => StoreMark.Read(folder.Database)?.Folded ?? 0;

    /// <summary>As a person does it: by another process, into the file that is there.</summary>
    private static void CopyOver(string file, string from)
    {
        using Process copying = Process.Start("cp", ["--", from, file]);
        copying.WaitForExit();
    }
}
