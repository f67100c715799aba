using System.Globalization;
using CustomerTouchpoints.Sqlite;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Simulation.Hosting;

/// <summary>
/// Real SQLite files, one host after the other. A crash is what a power cut leaves: the bytes that were in the file at that moment, copied
/// before anything could tidy up.
/// </summary>
internal sealed class SqliteGround : IGround
{
    private static readonly string[] Parts = ["", "-wal"];

    // In memory where the machine has it: what is simulated is a process that dies, and not a disk, so nobody needs to wait for one.
    private const string MemoryDisk = "/dev/shm";

    private readonly string folder = Directory.Exists(MemoryDisk)
        ? Directory.CreateDirectory(Path.Combine(MemoryDisk, $"touchpoints-simulation-{Path.GetRandomFileName()}")).FullName
        : Directory.CreateTempSubdirectory("touchpoints-simulation-").FullName;
    private SqliteTouchpointStore? open;
    private int file;

    public bool CanBeTakenOver => false;

    public ITouchpointStore? Reader => open;

    private string Current => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{file}.db"));

    private long LogLength => new FileInfo(Current + "-wal") is { Exists: true, Length: var length } ? length : 0;

    public ITouchpointStore StoreFor(SimulatedHost host) =>
        open = new SqliteTouchpointStore(
            new SqliteStoreOptions
            {
                ConnectionString = $"Data Source={Current}",
                OwnershipTimeout = TimeSpan.Zero,
                BusyTimeout = TimeSpan.Zero,
                LookInterval = Timeout.InfiniteTimeSpan,
            },
            host.Time
        );

    public void Close(SimulatedHost host)
    {
        open?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        open = null;
    }

    public async ValueTask CrashAsync(SimulatedHost host, Func<ValueTask>? within, Func<int, int> below)
    {
        long before = LogLength;
        await (within?.Invoke() ?? ValueTask.CompletedTask);
        int written = (int)(LogLength - before);
        string left = Current;
        file++;
        foreach (string part in Parts.Where(part => File.Exists(left + part)))
        {
            File.Copy(left + part, Current + part);
        }

        if (within is not null && written > 0)
        {
            using FileStream log = File.OpenWrite(Current + "-wal");
            log.SetLength(before + below(written));
        }

        Close(host);
    }

    public void Dispose()
    {
        open?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }
}
