using CustomerTouchpoints.Storage;

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

    private static async Task FillAsync(StoreFolder folder)
    {
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        await Some.CommitAsync(store, Some.Journeys([.. Enumerable.Range(0, 2000).Select(i => new Events.JourneyId("order", $"{i}"))]));
    }

    private static async Task RefusedAsync(StoreFolder folder)
    {
        await using SqliteTouchpointStore store = folder.Connect();
        Assert.That(
            async () => await store.OpenAsync(default),
            Throws.TypeOf<StoreUnavailableException>()
                .With.Message.Contains($"{folder.Database} is damaged")
                .And.Message.Contains(".recover"));

        // A refusal lets go of the file.
        Assert.That(
            () => new FileStream($"{folder.Database}-owner", FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose(),
            Throws.Nothing);
    }
}
