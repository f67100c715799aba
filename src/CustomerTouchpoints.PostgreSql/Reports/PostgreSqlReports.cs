using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Reports;

/// <summary>
/// Reads for boards and reports: on connections that can't write, one statement at a time, page by page from where the last page ended. The
/// writer never waits for it. Ask the host's services for it.
/// </summary>
/// <remarks>Thread-safe. Every method throws <see cref="StoreUnavailableException"/> when the database can't be reached.</remarks>
public sealed class PostgreSqlReports
{
    private const string Board =
        "SELECT lifecycle, version, state, standing, count(*) FROM journeys GROUP BY lifecycle, version, state, standing ORDER BY "
        + "lifecycle, version, state NULLS FIRST, standing";

    private const string Journeys =
        $"SELECT {JourneyTable.Columns} FROM journeys j WHERE lifecycle = $1 AND key > $2 ORDER BY key LIMIT $3";

    private const string Journal = $"""
        SELECT {JournalTable.Columns}, j.lifecycle, j.key, r.journey
        FROM (SELECT * FROM journal WHERE recorded_at >= $1 AND (recorded_at, journey, sequence) > ($1, $2, $3)
            ORDER BY recorded_at, journey, sequence LIMIT $4) AS r
        JOIN journeys j ON j.id = r.journey {JournalTable.WithData}
        ORDER BY r.recorded_at, r.journey, r.sequence
        """;

    private const string Hosts = "SELECT term, name, since, lease_until FROM hosts ORDER BY term";

    private readonly PostgreSqlTouchpointStore store;

    internal PostgreSqlReports(PostgreSqlTouchpointStore store) => this.store = store;

    /// <summary>
    /// Counts all journeys by lifecycle, version, state and standing. It reads every journey: ask it now and then, not for every visitor.
    /// </summary>
    public ValueTask<IReadOnlyList<StateCount>> BoardAsync(CancellationToken cancellationToken = default) =>
        store.Readers.ReadAsync(
            new NpgsqlBatchCommand(Board),
            reader => new StateCount(
                reader.GetString(0),
                reader.GetInt32(1),
                reader.TextOrNull(2),
                reader.GetString(3),
                reader.GetInt64(4)
            ),
            cancellationToken
        );

    /// <summary>Reads a page of a lifecycle's journeys, by key.</summary>
    /// <param name="lifecycle">The lifecycle's name.</param>
    /// <param name="after">The last journey of the page before; null for the first page.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask<IReadOnlyList<JourneyRow>> JourneysAsync(
        string lifecycle,
        JourneyId? after,
        int limit,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(lifecycle);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return store.Readers.ReadAsync(
            new NpgsqlBatchCommand(Journeys).With(lifecycle).With(after?.Key ?? "").With(limit),
            reader => JourneyTable.Row(reader).Row,
            cancellationToken
        );
    }

    /// <summary>Reads a page of the journal of all journeys, in the order in which it was recorded: for exports and reports.</summary>
    /// <param name="since">Where the first page begins.</param>
    /// <param name="after">The last page's <see cref="JournalPage.Next"/>; null for the first page.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<JournalPage> JournalAsync(
        DateTimeOffset since,
        JournalPlace? after,
        int limit,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        JournalPlace place = after ?? new JournalPlace(since, 0, 0);
        IReadOnlyList<(JournalRow Row, JournalPlace Place)> rows = await store
            .Readers.ReadAsync(
                new NpgsqlBatchCommand(Journal).With(place.RecordedAt).With(place.Journey).With(place.Sequence).With(limit),
                reader =>
                {
                    JournalRow row = JournalTable.Row(new JourneyId(reader.GetString(10), reader.GetString(11)), reader);
                    return (row, new JournalPlace(row.RecordedAt, reader.GetInt64(12), row.Sequence));
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return new JournalPage([.. rows.Select(row => row.Row)], rows.Count < limit ? null : rows[^1].Place);
    }

    /// <summary>Reads the hosts that live, the oldest first.</summary>
    public ValueTask<IReadOnlyList<LivingHost>> HostsAsync(CancellationToken cancellationToken = default) =>
        store.Readers.ReadAsync(
            new NpgsqlBatchCommand(Hosts),
            reader => new LivingHost(reader.GetInt64(0), reader.GetString(1), reader.Time(2), reader.Time(3)),
            cancellationToken
        );
}
