using System.Diagnostics;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tests;

/// <summary>A file on something that can't be written: that is said at once, and not after waiting for another owner.</summary>
public sealed class ReadOnlyMountTests
{
    [Test]
    public async Task A_read_only_mount_is_named_at_once()
    {
        using var disk = SmallDisk.Mount(1);
        disk.Remount("ro");
        long start = Stopwatch.GetTimestamp();
        await using var store = new SqliteTouchpointStore(
            new SqliteStoreOptions { ConnectionString = $"Data Source={Path.Combine(disk.Path, "touchpoints.db")}" },
            TimeProvider.System
        );
        Assert.That(
            async () => await store.OpenAsync(default),
            Throws
                .TypeOf<StoreUnavailableException>()
                .With.Message.Contain("can't be opened for writing")
                .And.Message.Contain("Mount its folder")
        );
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(5)));
    }
}
