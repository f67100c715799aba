using System.Collections.Concurrent;
using System.Data.Common;
using CustomerTouchpoints.Knowledge.Searching;
using CustomerTouchpoints.Knowledge.Storage;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Knowledge.Sqlite;

/// <summary>Articles in a SQLite file, the store's own or another; full-text search by FTS5.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SqliteDatabase : IKnowledgeDatabase
{
    /// <summary>How long a writer waits for the store's, in seconds.</summary>
    private const int Patience = 30;

    private readonly string connectionString;
    private readonly ConcurrentBag<SqliteConnection> idle = [];

    public SqliteDatabase(string connectionString) =>
        this.connectionString = new SqliteConnectionStringBuilder(connectionString)
        {
            // What is kept open is kept here, with its cache.
            Pooling = false,
            DefaultTimeout = Patience,
        }.ToString();

    public async Task MigrateAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.Command("PRAGMA journal_mode = WAL").RunAsync(cancellationToken).ConfigureAwait(false);
            DbTransaction transaction = await BeginAsync(connection, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await connection
                    .Command(
                        "CREATE TABLE IF NOT EXISTS knowledge_schema_version (version INTEGER PRIMARY KEY, applied_at "
                            + "INTEGER NOT NULL) STRICT"
                    )
                    .RunAsync(cancellationToken)
                    .ConfigureAwait(false);
                await Migration.RunAsync(connection, Script.Of("sqlite"), time, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await CloseAsync(connection).ConfigureAwait(false);
        }
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (idle.TryTake(out SqliteConnection? ready))
        {
            return ready;
        }

        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        return connection;
    }

    public ValueTask CloseAsync(DbConnection connection)
    {
        idle.Add((SqliteConnection)connection);
        return ValueTask.CompletedTask;
    }

    /// <summary>A file has one writer at a time, whoever it is.</summary>
    public Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public string Rows(string parameter) => $"json_each({parameter})";

    public string IsAmong(string column, string parameter, bool isNumber = false) =>
        $"{column} IN (SELECT {(isNumber ? "CAST(key AS integer)" : "key")} FROM json_each({parameter}))";

    public Task<List<long>> CandidatesAsync(
        DbConnection connection,
        string language,
        IReadOnlyList<(string Term, double Weight)> terms,
        LanguageTotals totals,
        int limit,
        CancellationToken cancellationToken
    ) =>
        connection
            .Command(
                """
                SELECT (SELECT p.key FROM knowledge_phrases AS p WHERE p.id = found.rowid)
                FROM knowledge_index AS found
                WHERE knowledge_index MATCH @terms
                ORDER BY rank
                LIMIT @limit
                """,
                ("@terms", string.Join(" OR ", terms.Select(term => $"\"{language}_{term.Term}\""))),
                ("@limit", limit)
            )
            .ListAsync(row => row.GetInt64(0), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out SqliteConnection? connection))
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
