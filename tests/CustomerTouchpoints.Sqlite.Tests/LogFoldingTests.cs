using System.Globalization;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite.Tests;

/// <summary>The write-ahead log goes back into the file while the writer goes on.</summary>
public sealed class LogFoldingTests
{
    [Test]
    public async Task The_log_is_folded_beside_the_writer()
    {
        using var folder = new StoreFolder();
        await using (SqliteTouchpointStore store = await folder.OpenAsync())
        {
            raw.sqlite3_wal_autocheckpoint(store.Writer, 0);
            long before = new FileInfo(folder.Database).Length;
            for (int batch = 0; new FileInfo(folder.Database).Length == before; batch++)
            {
                Assert.That(batch, Is.LessThan(200), "nothing but the writer's own folding, which is off, has written to the file");
                await Some.CommitAsync(
                    store,
                    Some.Journeys([
                        .. Enumerable
                            .Range(0, 500)
                            .Select(number => new JourneyId("order", string.Create(CultureInfo.InvariantCulture, $"{batch}-{number}"))),
                    ])
                );
            }
        }

        await using SqliteTouchpointStore again = await folder.OpenAsync();
        Assert.That(await again.ReadJourneysAsync(["order/0-0"], default), Has.Count.EqualTo(1));
        Assert.That(Some.Number(again.Writer, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_store_is_disposed_while_its_log_is_being_folded()
    {
        using var folder = new StoreFolder();
        for (int time = 0; time < 5; time++)
        {
            await using SqliteTouchpointStore store = await folder.OpenAsync();
            for (int batch = 0; batch < 12; batch++)
            {
                await Some.CommitAsync(
                    store,
                    Some.Journeys([
                        .. Enumerable
                            .Range(0, 500)
                            .Select(number => new JourneyId(
                                "order",
                                string.Create(CultureInfo.InvariantCulture, $"{time}-{batch}-{number}")
                            )),
                    ])
                );
            }
        }

        Assert.That(File.Exists($"{folder.Database}-wal"), Is.False, "the last connection to go has left a log behind");
    }
}
