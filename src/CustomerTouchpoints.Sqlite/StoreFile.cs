using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite;

/// <summary>The file behind a store, and how it is opened.</summary>
internal sealed class StoreFile
{
    private readonly SqliteStoreOptions options;
    private readonly long readerBusyMilliseconds;

    private StoreFile(SqliteStoreOptions options, string path)
    {
        this.options = options;
        Path = path;
        readerBusyMilliseconds = (long)options.BusyTimeout.TotalMilliseconds;
    }

    /// <summary>The file's full path, behind any link: who names it differently still finds the same owner.</summary>
    public string Path { get; }

    public static StoreFile Of(SqliteStoreOptions options)
    {
        string named = new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;
        return new StoreFile(options, PathOf(named));
    }

    /// <summary>
    /// The full path of a file, behind any link of the file or of a folder above it: as SQLite itself names an open file.
    /// </summary>
    public static string PathOf(string name)
    {
        string path = System.IO.Path.GetFullPath(name);
        if (System.IO.Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        var named = new FileInfo(System.IO.Path.Combine(PathOf(folder), System.IO.Path.GetFileName(path)));
        return named.LinkTarget is not null && named.ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? PathOf(target.FullName)
            : named.FullName;
    }

    public Session OpenWriter()
    {
        // Locks are waited for in BeginAsync, where a caller can give up, and never inside SQLite.
        return Session.Open(
            Path,
            "busy_timeout = 0",
            "cell_size_check = ON",
            // Only while the file has no tables: one that has them can be given it by a VACUUM of its owner.
            options.KeepFinished
                is null
                ? "auto_vacuum"
                : "auto_vacuum = INCREMENTAL",
            "journal_mode = WAL",
            options.Synchronous == SqliteSynchronous.Full ? "synchronous = FULL" : "synchronous = NORMAL",
            "cache_size = -32768",
            "wal_autocheckpoint = 4000",
            "temp_store = MEMORY"
        );
    }

    /// <summary>Opens the file to fold its log, and for nothing else.</summary>
    public Session OpenFolder() => Session.OpenThere(Path, "busy_timeout = 0", "wal_autocheckpoint = 0");

    /// <summary>Opens the file to write it anew. What that puts aside is in a file: it may be as large as this one.</summary>
    public Session OpenScrubber(TimeSpan patience) =>
        Session.OpenThere(Path, $"busy_timeout = {(long)patience.TotalMilliseconds}", "temp_store = FILE", "wal_autocheckpoint = 0");

    /// <summary>Opens the file to read beside the writer. Nothing is read yet.</summary>
    public Session OpenReader() =>
        Session.OpenThere(Path, $"busy_timeout = {readerBusyMilliseconds}", "query_only = ON", "cell_size_check = ON");
}
