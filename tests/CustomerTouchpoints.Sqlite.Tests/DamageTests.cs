using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite.Tests;

public sealed class DamageTests
{
    [Test]
    public async Task A_file_that_is_no_database_is_refused()
    {
        using var folder = new StoreFolder();
        await File.WriteAllTextAsync(folder.Database, string.Concat(Enumerable.Repeat("This was never a database. ", 1000)));
        await RefusedAsync(folder);
    }

    [Test]
    public async Task A_database_with_an_overwritten_page_is_refused()
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        using (FileStream file = File.OpenWrite(folder.Database))
        {
            file.Seek(file.Length / 2 / 4096 * 4096, SeekOrigin.Begin);
            file.Write(new byte[4096]);
        }

        await RefusedAsync(folder);
    }

    [Test]
    public async Task A_truncated_database_is_refused()
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        using (FileStream file = File.OpenWrite(folder.Database))
        {
            file.SetLength(file.Length / 2 / 4096 * 4096);
        }

        await RefusedAsync(folder);
    }

    [Test]
    public async Task A_torn_write_ahead_log_leaves_the_commits_before_it()
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        SqliteTouchpointStore crashed = await folder.OpenAsync();
        await Some.CommitAsync(crashed, Some.Journeys("order/whole"));
        long whole = new FileInfo($"{folder.Database}-wal").Length;
        await Some.CommitAsync(crashed, Some.Journeys("order/torn"));

        // What a crash leaves: the files as they are while the owner still runs.
        using var survived = new StoreFolder();
        File.Copy(folder.Database, survived.Database);
        File.Copy($"{folder.Database}-wal", $"{survived.Database}-wal");
        await crashed.DisposeAsync();
        using (FileStream log = File.OpenWrite($"{survived.Database}-wal"))
        {
            log.SetLength(whole + 100);
        }

        await using SqliteTouchpointStore store = await survived.OpenAsync();
        IReadOnlyList<JourneyRow> found = await store.ReadJourneysAsync(["order/0", "order/whole", "order/torn"], default);
        Assert.That(found.Select(journey => journey.Id.Key), Is.EqualTo((string[])["0", "whole"]));
    }

    [Test]
    public async Task A_row_that_is_not_what_was_written_is_refused_by_table_and_journey()
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        Execute(folder, "UPDATE touchpoints_journal SET reason = 'opens the journey!' WHERE id = 3");
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        Assert.That(await store.ReadJournalAsync("order/1", default), Has.Count.EqualTo(1), "Its neighbours are read as ever.");
        Assert.That(
            async () => await store.ReadJournalAsync("order/2", default),
            Throws
                .TypeOf<StoreUnavailableException>()
                .With.Message.Contains(folder.Database)
                .And.Message.Contains("touchpoints_journal, row order/2")
                .And.Message.Contains("restore a backup")
        );
    }

    [TestCase("DELETE FROM touchpoints_event_keys WHERE journey = 3")]
    [TestCase("UPDATE touchpoints_journeys SET due_at = due_at + 1 WHERE id = 3")]
    public async Task A_batch_does_not_begin_with_a_journey_that_lacks_something(string damage)
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        Execute(folder, damage);
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        EventKey raised = new("order/2", "e1");
        Assert.That(
            async () => await store.BeginAsync(new BatchKeys([raised.Journey], [raised], []), default),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("order/2")
        );
        await Some.CommitAsync(store, Some.Journeys("order/new"));
    }

    [TestCase("DELETE FROM touchpoints_journal WHERE id = 2000")]
    [TestCase("DELETE FROM touchpoints_journeys WHERE id = 2000")]
    [TestCase("UPDATE touchpoints_store SET term = 7")]
    [TestCase("DELETE FROM touchpoints_store")]
    public async Task A_file_that_ends_before_what_it_says_of_itself_is_refused(string damage)
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        Execute(folder, damage);
        await RefusedAsync(folder);
    }

    [Test]
    public async Task A_list_of_entries_that_leads_around_in_a_circle_is_refused()
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        Execute(folder, "UPDATE touchpoints_journal SET previous = 3 WHERE id = 3");
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        Assert.That(async () => await store.ReadJournalAsync("order/2", default), Throws.TypeOf<StoreUnavailableException>());
    }

    [Test]
    public async Task Making_many_journeys_due_leaves_a_damaged_one_damaged()
    {
        using var folder = new StoreFolder();
        await using (SqliteTouchpointStore store = await folder.OpenAsync())
        {
            await Some.CommitAsync(
                store,
                Some.Journeys("order/1") with
                {
                    NewJourneys = [Some.Journey("order/1", 1) with { HeldAtRevision = 1 }],
                }
            );
            await Some.CommitAsync(
                store,
                Some.Journeys("order/2") with
                {
                    NewJourneys = [Some.Journey("order/2", 1) with { HeldAtRevision = 1 }],
                }
            );
        }

        Execute(folder, "UPDATE touchpoints_journeys SET memory = '[]' WHERE id = 2");
        await using SqliteTouchpointStore again = await folder.OpenAsync();
        await Some.CommitAsync(again, new BatchWrites { Recalls = [new Recall.Held(Some.Noon)] });
        Assert.That((await again.ReadJourneysAsync(["order/1"], default))[0].DueAt, Is.EqualTo(Some.Noon));
        Assert.That(async () => await again.ReadJourneysAsync(["order/2"], default), Throws.TypeOf<StoreUnavailableException>());
    }

    [Test]
    public async Task An_empty_file_in_the_place_of_one_that_was_not_is_refused()
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        await File.WriteAllBytesAsync(folder.Database, []);
        await RefusedAsync(folder);
    }

    [Test]
    public async Task A_log_without_its_file_is_refused_and_left_alone()
    {
        using var folder = new StoreFolder();
        using var survived = new StoreFolder();
        await using (SqliteTouchpointStore store = await folder.OpenAsync())
        {
            await Some.CommitAsync(store, Some.Journeys("order/1"));
            File.Copy($"{folder.Database}-wal", $"{survived.Database}-wal");
        }

        await RefusedAsync(survived);
        Assert.That(new FileInfo($"{survived.Database}-wal").Length, Is.GreaterThan(0));
    }

    [Test]
    public async Task A_log_that_lost_what_the_file_has_already_is_refused()
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        await using SqliteTouchpointStore running = await folder.OpenAsync();
        await Some.CommitAsync(running, Some.Journeys("order/whole"));
        long whole = new FileInfo($"{folder.Database}-wal").Length;
        await Some.CommitAsync(running, Some.Journeys("order/lost"));
        Some.Number(running.Writer, "PRAGMA wal_checkpoint(PASSIVE)");

        // Killed here, and the end of the log is lost: its pages are older than those that the file has.
        using var survived = new StoreFolder();
        File.Copy(folder.Database, survived.Database);
        File.Copy($"{folder.Database}-wal", $"{survived.Database}-wal");
        using (FileStream log = File.OpenWrite($"{survived.Database}-wal"))
        {
            log.SetLength(whole);
        }

        await using SqliteTouchpointStore store = survived.Connect(options => options.CheckAtOpen = SqliteCheckAtOpen.Never);
        Assert.That(
            async () => await store.OpenAsync(default),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("lost its end")
        );
    }

    [TestCase(SqliteCheckAtOpen.WhenChanged, false, false)]
    [TestCase(SqliteCheckAtOpen.WhenChanged, true, true)]
    [TestCase(SqliteCheckAtOpen.Always, false, true)]
    [TestCase(SqliteCheckAtOpen.Never, true, false)]
    public async Task A_file_is_looked_through_as_the_options_say(SqliteCheckAtOpen check, bool isTouched, bool isRefused)
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        DateTime left = File.GetLastWriteTimeUtc(folder.Database);
        using (FileStream file = File.OpenWrite(folder.Database))
        {
            // A page in the middle of the journal, which opening does not read.
            file.Seek(file.Length / 3 / 4096 * 4096, SeekOrigin.Begin);
            file.Write(new byte[4096]);
        }

        File.SetLastWriteTimeUtc(folder.Database, isTouched ? left.AddSeconds(1) : left);
        await using SqliteTouchpointStore store = folder.Connect(options => options.CheckAtOpen = check);
        Assert.That(async () => await store.OpenAsync(default), isRefused ? Throws.TypeOf<StoreUnavailableException>() : Throws.Nothing);
    }

    [Test]
    public async Task A_file_in_use_is_looked_through_and_is_sound()
    {
        using var folder = new StoreFolder();
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        await Some.CommitAsync(store, Some.Journeys("order/1", "order/2"));
        Assert.That(await SqliteStoreInspection.FindDamageAsync($"Data Source={folder.Database}"), Is.Null);
        Assert.That(
            async () => await SqliteStoreInspection.FindDamageAsync($"Data Source={folder.Database}x"),
            Throws.TypeOf<StoreUnavailableException>()
        );
    }

    [TestCase("DELETE FROM touchpoints_journal WHERE id = 7")]
    [TestCase("DELETE FROM touchpoints_event_keys WHERE journey = 7")]
    [TestCase("DELETE FROM touchpoints_journeys WHERE id = 7")]
    [TestCase("INSERT INTO touchpoints_parties (journey, role, customer) VALUES (7, 'buyer', 'ana')")]
    [TestCase("UPDATE touchpoints_journeys SET data = '{ }' WHERE id = 7")]
    public async Task Looking_through_a_file_finds(string damage)
    {
        using var folder = new StoreFolder();
        await FillAsync(folder);
        Execute(folder, damage);
        Assert.That(
            await SqliteStoreInspection.FindDamageAsync($"Data Source={folder.Database}"),
            Does.Contain($"{folder.Database} is damaged")
        );
    }

    private static void Execute(StoreFolder folder, string sql)
    {
        using var connection = folder.ConnectHost();
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.That(command.ExecuteNonQuery(), Is.Positive);
    }

    private static async Task FillAsync(StoreFolder folder)
    {
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        await Some.CommitAsync(store, Some.Journeys([.. Enumerable.Range(0, 2000).Select(i => new JourneyId("order", $"{i}"))]));
    }

    private static async Task RefusedAsync(StoreFolder folder)
    {
        await using SqliteTouchpointStore store = folder.Connect();
        Assert.That(
            async () => await store.OpenAsync(default),
            Throws
                .TypeOf<StoreUnavailableException>()
                .With.Message.Contains($"{folder.Database} is damaged")
                .And.Message.Contains(".recover")
        );

        // A refusal lets go of the file.
        Assert.That(
            () => new FileStream($"{folder.Database}-owner", FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose(),
            Throws.Nothing
        );
    }
}
