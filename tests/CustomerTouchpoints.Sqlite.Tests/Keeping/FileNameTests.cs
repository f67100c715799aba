using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite.Tests.Keeping;

/// <summary>A file is found under whatever name its file system allows.</summary>
public sealed class FileNameTests
{
    private static readonly string[] Names =
    [
        "touchpoints.db ",
        " touchpoints.db",
        "touch points.db",
        "touchpoints;Mode=Memory.db",
        "it's the \"shop\".db",
        "žluťoučký ☃ 客户.db",
        "100%25 of%20it.db",
        "what?.db#now&then=1",
        "back\\slash.db",
        "two\nlines.db",
        "-dashed.db",
        "[brackets]|pipe.db",
        ":memory: not.db",
    ];

    [TestCaseSource(nameof(Names))]
    public async Task A_store_starts_after_a_crash_whatever_its_file_is_called(string name)
    {
        using var folder = new StoreFolder();
        await using (SqliteTouchpointStore store = Connect(folder, "live", name))
        {
            await store.OpenAsync(default);
            await Some.CommitAsync(store, Some.Journeys("order/1"));
            Some.Number(store.Writer, "PRAGMA wal_checkpoint(PASSIVE)");
            await Some.CommitAsync(store, Some.Journeys("order/2"));

            // What a kill leaves: the files as they are while the owner still runs.
            Directory.CreateDirectory(Path.Combine(folder.Path, "killed"));
            foreach (string part in (string[])["", "-wal"])
            {
                File.Copy(Path.Combine(folder.Path, "live", name + part), Path.Combine(folder.Path, "killed", name + part));
            }
        }

        await using SqliteTouchpointStore again = Connect(folder, "killed", name);
        await again.OpenAsync(default);
        IReadOnlyList<JourneyRow> found = await again.ReadJourneysAsync(["order/1", "order/2"], default);
        Assert.That(found, Has.Count.EqualTo(2));
        Assert.That(again.Setback, Is.Null);
        Assert.That(await SqliteStoreInspection.FindDamageAsync(ConnectionString(Path.Combine(folder.Path, "killed", name))), Is.Null);
        Assert.That(
            Directory.GetFiles(Path.Combine(folder.Path, "killed")).Select(Path.GetFileName),
            Is.SubsetOf((string[])[name, $"{name}-wal", $"{name}-shm", $"{name}-owner", $"{name}.mark", $"{name}.mark~"]),
            "Nothing lies under another name."
        );
    }

    [TestCaseSource(nameof(Names))]
    public void A_file_alone_is_read_under_its_own_name(string name)
    {
        using var folder = new StoreFolder();
        string path = Path.Combine(folder.Path, name);
        using (Session session = Session.Open(path))
        {
            session.Execute("CREATE TABLE there (number INTEGER); INSERT INTO there VALUES (7)");
        }

        using Session alone = Session.OpenUri(FileUri.Of(path) + "?immutable=1");
        Assert.That(alone.QueryNumber("SELECT number FROM there"), Is.EqualTo(7));
    }

    [Test]
    public async Task A_relative_path_and_links_lead_to_one_file()
    {
        using var folder = new StoreFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "there "));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link"), Path.Combine(folder.Path, "there "));
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(folder.Path, "link", "a b.db"));
        var options = new SqliteStoreOptions { ConnectionString = ConnectionString(relative) };
        await using (var store = new SqliteTouchpointStore(options, TimeProvider.System))
        {
            await store.OpenAsync(default);
            await Some.CommitAsync(store, Some.Journeys("order/1"));
        }

        Assert.That(Path.Combine(folder.Path, "there ", "a b.db.mark"), Does.Exist);
        await using SqliteTouchpointStore again = Connect(folder, "there ", "a b.db");
        await again.OpenAsync(default);
        Assert.That(await again.ReadJourneysAsync(["order/1"], default), Has.Count.EqualTo(1));
    }

    private static SqliteTouchpointStore Connect(StoreFolder folder, string under, string name)
    {
        string path = Directory.CreateDirectory(Path.Combine(folder.Path, under)).FullName;
        return new SqliteTouchpointStore(
            new SqliteStoreOptions { ConnectionString = ConnectionString(Path.Combine(path, name)) },
            TimeProvider.System
        );
    }

    private static string ConnectionString(string path) => new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;
}
