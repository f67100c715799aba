using CustomerTouchpoints.PostgreSql.Hosts;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Hints;

/// <summary>
/// What hosts say to each other. Of work that this one has left it tells after the commit and on another connection, so that no batch
/// waits for the lock that a commit with a notification takes on the whole server; and at most once in a moment, however many
/// batches leave something.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class HostHints : IAsyncDisposable
{
    /// <summary>Between two notifications of one host.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(25);

    private readonly string? channel;
    private readonly Database database;
    private readonly Membership membership;
    private readonly TimeProvider time;
    private readonly Coalesced due;
    private HintListener? listener;

    public HostHints(PostgreSqlStoreOptions options, Database database, Membership membership, TimeProvider time)
    {
        channel = HintChannel.Of(options);
        this.database = database;
        this.membership = membership;
        this.time = time;
        due = new Coalesced(Moment, TellAsync, time);
    }

    /// <summary>A batch was committed. A host that is alone tells nobody.</summary>
    public void Committed(BatchWrites writes, DateTimeOffset now)
    {
        if (channel is not null && membership.Current is { Hosts: > 1 } && LeavesWork(writes, now))
        {
            due.Ask();
        }
    }

    /// <summary>Begins to listen to the others.</summary>
    public void Listen(Action<WorkHint> hinted)
    {
        ArgumentNullException.ThrowIfNull(hinted);
        if (channel is not null)
        {
            listener ??= new HintListener(channel, database, membership, hinted, time);
        }
    }

    public async ValueTask DisposeAsync()
    {
        due.Dispose();
        if (listener is not null)
        {
            await listener.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static bool LeavesWork(BatchWrites writes, DateTimeOffset now) =>
        writes.Recalls.Count > 0 || writes.ChangedJourneys.Concat(writes.NewJourneys).Any(row => row.DueAt <= now);

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        if (membership.Current is not { } mine)
        {
            return;
        }

        NpgsqlConnection connection = await database.OpenLifeAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection);
            notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = channel! });
            notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = HintChannel.DueBy(mine.Term) });
            await notify.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
