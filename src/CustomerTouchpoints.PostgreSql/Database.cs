using System.Globalization;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// The ways to the database: one connection that writes, some for the life of the host, one that listens, and a pool of readers that can't
/// write.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    /// <summary>
    /// Hot statements find what they need by its key, whatever the statistics say of tables that have just begun to fill; and they are
    /// planned once, not for every batch.
    /// </summary>
    private const string Planning =
        "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off";

    private readonly NpgsqlDataSource writer;
    private readonly NpgsqlDataSource life;
    private readonly NpgsqlDataSource listener;
    private readonly NpgsqlDataSource readers;

    public Database(PostgreSqlStoreOptions options)
    {
        string locks = string.Create(
            CultureInfo.InvariantCulture,
            $"-c lock_timeout={options.LockTimeout.TotalMilliseconds:0} -c "
                + $"idle_in_transaction_session_timeout={options.Lease.TotalMilliseconds / 2:0}"
        );
        writer = Source(options, $"{Planning} {locks}", "writer", most: 1, prepared: 60);
        life = Source(options, locks, "life", most: 3, prepared: 0, patience: options.Lease / 3);
        listener = Source(options, "", "listener", most: 1, prepared: 0, pulse: 10);
        readers = Source(options, "-c default_transaction_read_only=on", "readers", most: null, prepared: 40);
    }

    /// <summary>The connection on which batches are written. One at a time: who drops it gets a new one.</summary>
    public ValueTask<NpgsqlConnection> OpenWriterAsync(CancellationToken cancellationToken) =>
        writer.OpenConnectionAsync(cancellationToken);

    /// <summary>Has connections that write closed, and not returned to their pool, as soon as they are let go of.</summary>
    public void CloseWriters() => writer.Clear();

    /// <summary>The same of those that read.</summary>
    public void CloseReaders() => readers.Clear();

    /// <summary>A connection for migrations, leases, hints to other hosts, and for what became of a commit.</summary>
    public ValueTask<NpgsqlConnection> OpenLifeAsync(CancellationToken cancellationToken) => life.OpenConnectionAsync(cancellationToken);

    /// <summary>The connection that waits for what other hosts say. It notices within some seconds that its line is dead.</summary>
    public ValueTask<NpgsqlConnection> OpenListenerAsync(CancellationToken cancellationToken) =>
        listener.OpenConnectionAsync(cancellationToken);

    /// <summary>A connection that reads beside the writer and never disturbs it.</summary>
    public ValueTask<NpgsqlConnection> OpenReaderAsync(CancellationToken cancellationToken) =>
        readers.OpenConnectionAsync(cancellationToken);

    /// <summary>The same for who may block.</summary>
    public NpgsqlConnection OpenReader() => readers.OpenConnection();

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync().ConfigureAwait(false);
        await life.DisposeAsync().ConfigureAwait(false);
        await listener.DisposeAsync().ConfigureAwait(false);
        await readers.DisposeAsync().ConfigureAwait(false);
    }

    private static NpgsqlDataSource Source(
        PostgreSqlStoreOptions options,
        string settings,
        string role,
        int? most,
        int prepared,
        TimeSpan? patience = null,
        int? pulse = null
    )
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            SearchPath = options.Schema,
            MaxAutoPrepare = prepared,

            // Details of errors tell whole rows: customers' data, which no log, exception or span of ours may have.
            IncludeErrorDetail = false,
            AutoPrepareMinUsages = 2,
            TcpKeepAlive = true,
        };

        // After a failover, which server is which is looked up again soon.
        connection.HostRecheckSeconds = Math.Min(connection.HostRecheckSeconds, 1);
        connection.Options = string.IsNullOrEmpty(connection.Options) ? settings : $"{connection.Options} {settings}";
        connection.ApplicationName = $"{connection.ApplicationName ?? "CustomerTouchpoints"} {role}";
        if (patience is { } span)
        {
            // A beat that hangs on a dead line must not cost the lease: it gives up, and does not wait for the server to hear of that.
            connection.CommandTimeout = (int)Math.Ceiling(span.TotalSeconds);
            connection.CancellationTimeout = -1;
        }

        if (pulse is { } seconds)
        {
            connection.KeepAlive = seconds;
        }

        if (most is { } size)
        {
            (connection.MinPoolSize, connection.MaxPoolSize) = (0, size);
        }
        else
        {
            // Readers leave nothing behind that would have to be taken back for the next one: each poll would pay for it.
            connection.NoResetOnClose = true;
        }

        return NpgsqlDataSource.Create(connection);
    }
}
