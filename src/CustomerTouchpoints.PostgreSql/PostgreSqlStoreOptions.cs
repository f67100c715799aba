namespace CustomerTouchpoints.PostgreSql;

/// <summary>How the PostgreSQL store reaches its database, and how hosts that share it know of each other.</summary>
/// <remarks>Read once, when the store is made.</remarks>
public sealed class PostgreSqlStoreOptions
{
    /// <summary>
    /// Where the database is, such as <c>Host=db;Database=shop;Username=touchpoints</c>. Several hosts with
    /// <c>Target Session Attributes=primary</c> follow a failover. Required.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// The schema that holds the tables and nothing else: a lower-case letter, then up to 39 lower-case letters, digits and underscores.
    /// Default <c>touchpoints</c>.
    /// </summary>
    public string Schema { get; set; } = "touchpoints";

    /// <summary>
    /// Whether opening makes the schema and brings it forward. Default true. Where only an administrator may do that, set it to false and
    /// run what <see cref="PostgreSqlSchema.Script"/> prints.
    /// </summary>
    public bool Migrate { get; set; } = true;

    /// <summary>
    /// How long a host that says nothing is believed to live. After this time, and a third of it, its work is taken over by others.
    /// Default 15 seconds, so that a host that dies is replaced within 20; from 1 second to 10 minutes, the same on every host.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a batch waits for rows that another host has locked, before the store is reported as busy. Default 10 seconds; at least a
    /// second.
    /// </summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether the database's clock decides what is due: the one clock that all hosts share. Default true. False takes the host's
    /// <see cref="TimeProvider"/>, for tests that drive it; never with several hosts whose clocks differ.
    /// </summary>
    public bool UseDatabaseTime { get; set; } = true;

    /// <summary>
    /// Whether hosts tell each other with <c>NOTIFY</c>, on a channel named after the schema, that there may be something to do, and listen
    /// on a connection of their own. Default true. Without it everything happens alike, up to a poll later. Set it to false where your own
    /// transactions are prepared for a two-phase commit, which a server refuses after a notification, or where only transactions are
    /// pooled.
    /// </summary>
    public bool UseNotifications { get; set; } = true;

    /// <summary>
    /// How long a journey is kept once it is solved or closed and nothing more is to come. Then its journal, event data, messages, roles,
    /// response clocks and promises are deleted in small steps, and reports count them no more; a tombstone stays, so that late events get
    /// <see cref="RaiseOutcome.Closed"/>, repeats of earlier
    /// ones included. Default null: for ever.
    /// </summary>
    public TimeSpan? KeepFinished { get; set; }

    /// <summary>
    /// A file of this host, outside of the database, in which it notes with each third of a lease how far the store has come. A start that
    /// finds the database behind it, as after a backup was restored, says from when to when, and lets what may have been sent already go to
    /// review, as <see cref="TouchpointsOptions.ReviewAfterRestore"/> says. Each host has a file of its own; its folder must be there.
    /// Default null: nothing is noted, and a database that went back is not recognised.
    /// </summary>
    public string? MarkFile { get; set; }

    /// <summary>
    /// What this host is called in the table of hosts, for those who look into it. Default the machine's name and the process id.
    /// </summary>
    public string HostName { get; set; } = $"{Environment.MachineName}/{Environment.ProcessId}";
}
