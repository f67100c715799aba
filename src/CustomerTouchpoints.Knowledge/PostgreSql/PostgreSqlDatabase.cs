using System.Data.Common;
using System.Globalization;
using System.Text;
using CustomerTouchpoints.Knowledge.Searching;
using CustomerTouchpoints.Knowledge.Storage;
using Npgsql;

namespace CustomerTouchpoints.Knowledge.PostgreSql;

/// <summary>Articles in a PostgreSQL schema, the store's own or another; full-text search by <c>tsvector</c> and a GIN index.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PostgreSqlDatabase : IKnowledgeDatabase
{
    private const double TermSaturation = 1.2;
    private const double LengthShare = 0.75;

    private readonly NpgsqlDataSource source;
    private readonly string schema;

    public PostgreSqlDatabase(string connectionString, string schema)
    {
        this.schema = schema;
        var connection = new NpgsqlConnectionStringBuilder(connectionString)
        {
            SearchPath = schema,
            MaxAutoPrepare = 40,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,

            // Details of errors tell whole rows.
            IncludeErrorDetail = false,
        };
        connection.ApplicationName = $"{connection.ApplicationName ?? "CustomerTouchpoints"} knowledge";
        connection.Options = $"{connection.Options} -c jit=off".Trim();
        source = NpgsqlDataSource.Create(connection);
    }

    public async Task MigrateAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            DbTransaction transaction = await BeginAsync(connection, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await connection
                    .Command(
                        $"CREATE SCHEMA IF NOT EXISTS {schema}; CREATE TABLE IF NOT EXISTS knowledge_schema_version "
                            + "(version integer PRIMARY KEY, applied_at bigint NOT NULL)"
                    )
                    .RunAsync(cancellationToken)
                    .ConfigureAwait(false);
                await Migration.RunAsync(connection, Script.Of("postgresql"), time, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await CloseAsync(connection).ConfigureAwait(false);
        }
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    public ValueTask CloseAsync(DbConnection connection) => connection.DisposeAsync();

    public async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await connection
            .Command($"SELECT pg_advisory_xact_lock(hashtextextended('{schema} knowledge', 0))")
            .RunAsync(cancellationToken)
            .ConfigureAwait(false);
        return transaction;
    }

    public string Rows(string parameter) => $"json_each_text(CAST({parameter} AS json))";

    /// <summary>An array, which is made once, is looked up in an index; a query within would be joined with the whole table.</summary>
    public string IsAmong(string column, string parameter, bool isNumber = false) =>
        $"{column} = ANY (ARRAY(SELECT {(isNumber ? "CAST(k AS bigint)" : "k")} FROM json_object_keys(CAST({parameter} AS json)) AS k))";

    /// <summary>The server's own ranks know nothing of how rare a word is: the sum is BM25's, of weights that come along.</summary>
    public Task<List<long>> CandidatesAsync(
        DbConnection connection,
        string language,
        IReadOnlyList<(string Term, double Weight)> terms,
        LanguageTotals totals,
        int limit,
        CancellationToken cancellationToken
    )
    {
        double usual = totals.Phrases == 0 ? 1 : (double)totals.Words / totals.Phrases;
        var sql = new StringBuilder("SELECT key FROM knowledge_phrases WHERE language = @language AND terms @@ ");
        sql.Append("CAST(@any AS tsquery) ORDER BY (");
        var parameters = new List<(string, object?)>
        {
            ("@language", language),
            ("@any", string.Join(" | ", terms.Select(term => Quoted(term.Term)))),
            ("@limit", limit),
            ("@rest", TermSaturation * (1 - LengthShare)),
            ("@longer", TermSaturation * LengthShare / usual),
        };
        for (int i = 0; i < terms.Count; i++)
        {
            sql.Append(
                CultureInfo.InvariantCulture,
                $"{(i == 0 ? "" : " + ")}CASE WHEN terms @@ CAST(@term{i} AS tsquery) THEN CAST(@weight{i} AS double precision) ELSE 0 END"
            );
            parameters.Add(($"@term{i}", Quoted(terms[i].Term)));
            parameters.Add(($"@weight{i}", terms[i].Weight));
        }

        sql.Append(") / (1 + @rest + @longer * length(terms)) DESC, id LIMIT @limit");
        return connection.Command(sql.ToString(), [.. parameters]).ListAsync(row => row.GetInt64(0), cancellationToken);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Stems have letters and digits only: nothing in them can end the quotes.</summary>
    private static string Quoted(string term) => $"'{term}'";
}
