namespace CustomerTouchpoints.Sqlite;

/// <summary>How the SQLite store opens and keeps its file.</summary>
/// <remarks>Read once, when the store is made.</remarks>
public sealed class SqliteStoreOptions
{
    /// <summary>
    /// Where the file is, such as <c>Data Source=touchpoints.db</c>; a relative path starts at the working directory. The file is made
    /// when it is not there, its folder is not. Required.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>When a commit waits for the disk. Default <see cref="SqliteSynchronous.Full"/>.</summary>
    public SqliteSynchronous Synchronous { get; set; } = SqliteSynchronous.Full;

    /// <summary>How long opening waits for another owner of the file to go. Default 30 seconds; zero does not wait.</summary>
    public TimeSpan OwnershipTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a batch waits while another connection, such as the host's own transaction on the same file, is writing. Default
    /// 5 seconds; zero does not wait.
    /// </summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// When the whole file is checked for damage as it is opened. Default <see cref="SqliteCheckAtOpen.WhenChanged"/>. The check reads
    /// every page, so it takes a few seconds per gigabyte.
    /// </summary>
    public SqliteCheckAtOpen CheckAtOpen { get; set; } = SqliteCheckAtOpen.WhenChanged;

    /// <summary>
    /// How long a journey is kept once it is solved or closed and nothing more is to come, by the host's clock. Then its journal, event
    /// data, messages, roles, response clocks and promises are deleted in small steps between commits, and reports count them no more; a
    /// tombstone stays, so that late events get <see cref="RaiseOutcome.Closed"/>, repeats of earlier ones included. A file that is made
    /// with it gives free pages back to the disk; one that was made without uses them again. Default null: for ever.
    /// </summary>
    public TimeSpan? KeepFinished { get; set; }

    /// <summary>How often it is looked whether the file is still the one that was opened; infinite for a simulation.</summary>
    internal TimeSpan LookInterval { get; set; } = TimeSpan.FromSeconds(1);
}
