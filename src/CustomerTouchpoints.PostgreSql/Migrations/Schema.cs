using System.Globalization;
using System.Text;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Migrations;

/// <summary>
/// The tables of a schema, brought forward by numbered scripts, one host at a time and with hosts of older versions beside it.
/// </summary>
internal static class Schema
{
    private const string Versions =
        "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, script text NOT NULL, oldest integer NOT NULL, "
        + "applied_at timestamptz NOT NULL)";

    /// <summary>The version that this package knows.</summary>
    public static int Newest => Script.All[^1].Version;

    /// <summary>Brings the schema forward, or, where the host may not, demands that somebody has.</summary>
    /// <exception cref="StoreUnavailableException">The schema is too new or too old for this package, or hosts live that would not survive
    /// the step.</exception>
    public static Task MigrateAsync(NpgsqlConnection connection, string schema, bool mayChange, CancellationToken cancellationToken) =>
        MigrateAsync(connection, schema, mayChange, Script.All, cancellationToken);

    /// <summary>The same with the scripts of another build.</summary>
    internal static async Task MigrateAsync(
        NpgsqlConnection connection,
        string schema,
        bool mayChange,
        IReadOnlyList<Script> scripts,
        CancellationToken cancellationToken
    )
    {
        int newest = scripts[^1].Version;
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            // One host at a time; the others find the work done.
            try
            {
                await RunAsync(connection, $"SELECT pg_advisory_xact_lock({LockOf(schema)})", cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException cause) when (cause.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                throw new StoreUnavailableException(
                    $"The schema {schema} can't be looked at: another host brings it forward, for longer than LockTimeout. Start this "
                        + "host again once that is through, or make LockTimeout longer.",
                    cause
                );
            }

            (int version, int oldest) = await VersionAsync(connection, schema, cancellationToken).ConfigureAwait(false);
            if (oldest > newest)
            {
                throw new StoreUnavailableException(
                    $"The schema {schema} has version {version}, which hosts of version {oldest} or later survive; this package knows "
                        + $"version {newest}. Update CustomerTouchpoints.PostgreSql on this host."
                );
            }

            if (version < newest)
            {
                await ForwardAsync(connection, schema, version, mayChange, scripts, cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The same as one script for psql, which leaves out what the schema has seen already.</summary>
    public static string Print(string schema)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            -- The schema of CustomerTouchpoints.PostgreSql, version {Newest}.
            -- Run it with psql as the owner of the schema; it can be run again.
            \set ON_ERROR_STOP on
            BEGIN;
            SELECT pg_advisory_xact_lock({LockOf(schema)});
            CREATE SCHEMA IF NOT EXISTS {schema};
            SET LOCAL search_path = {schema};
            {Versions};

            """
        );
        foreach (Script script in Script.All)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"""

                SELECT NOT EXISTS (SELECT FROM schema_version WHERE version = {script.Version}) AS is_new \gset
                \if :is_new
                {script.Sql.TrimEnd()}
                {Applied(script)};
                \endif

                """
            );
        }

        return text.Append("\nCOMMIT;\n").ToString();
    }

    private static async Task ForwardAsync(
        NpgsqlConnection connection,
        string schema,
        int version,
        bool mayChange,
        IReadOnlyList<Script> scripts,
        CancellationToken cancellationToken
    )
    {
        if (!mayChange)
        {
            throw new StoreUnavailableException(
                $"The schema {schema} has version {version}, this package needs version {scripts[^1].Version}, and Migrate is false. "
                    + $"Run the script that PostgreSqlSchema.Script(\"{schema}\") prints, or set Migrate to true."
            );
        }

        if (version == 0)
        {
            await MakeAsync(connection, schema, cancellationToken).ConfigureAwait(false);
        }

        foreach (Script script in scripts.Where(script => script.Version > version))
        {
            await DemandSurvivorsAsync(connection, schema, version, script, cancellationToken).ConfigureAwait(false);
            try
            {
                await RunAsync(connection, script.Sql, cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException cause) when (cause.SqlState == PostgresErrorCodes.DuplicateTable)
            {
                throw new StoreUnavailableException(
                    $"The schema {schema} has tables that are not the store's: {cause.MessageText}. Give the store a schema of its own.",
                    cause
                );
            }
            catch (PostgresException cause) when (cause.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                throw new StoreUnavailableException(
                    $"{script.Name} could not be run on the schema {schema}: its tables are locked for longer than LockTimeout. Nothing "
                        + "was changed. Look for a transaction that stays open (pg_stat_activity), and start this host again.",
                    cause
                );
            }

            await RunAsync(connection, Applied(script), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A step that older hosts would not survive waits until the last of them has gone.</summary>
    private static async Task DemandSurvivorsAsync(
        NpgsqlConnection connection,
        string schema,
        int version,
        Script script,
        CancellationToken cancellationToken
    )
    {
        if (version == 0)
        {
            return;
        }

        using var command = new NpgsqlCommand(
            "SELECT count(*), coalesce(min(schema_version), 0) FROM hosts WHERE schema_version < $1 AND lease_until > clock_timestamp()",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = script.Oldest });
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (reader.GetInt64(0) is var count and > 0)
            {
                throw new StoreUnavailableException(
                    $"{script.Name} would break {count} running host(s) that know the schema {schema} as version {reader.GetInt32(1)}. "
                        + $"Update them first: they need version {script.Oldest} or later."
                );
            }
        }
    }

    private static async Task MakeAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        using (var exists = new NpgsqlCommand("SELECT to_regnamespace($1) IS NOT NULL", connection))
        {
            exists.Parameters.Add(new NpgsqlParameter<string> { TypedValue = schema });
            if (await exists.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not true)
            {
                await RunAsync(connection, $"CREATE SCHEMA {schema}", cancellationToken).ConfigureAwait(false);
            }
        }

        await RunAsync(connection, Versions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<(int Version, int Oldest)> VersionAsync(
        NpgsqlConnection connection,
        string schema,
        CancellationToken cancellationToken
    )
    {
        using (var exists = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", connection))
        {
            exists.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"{schema}.schema_version" });
            if (await exists.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not true)
            {
                return (0, 0);
            }
        }

        using var command = new NpgsqlCommand("SELECT coalesce(max(version), 0), coalesce(max(oldest), 0) FROM schema_version", connection);
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            return (reader.GetInt32(0), reader.GetInt32(1));
        }
    }

    private static string Applied(Script script) =>
        $"INSERT INTO schema_version (version, script, oldest, applied_at) VALUES ({script.Version}, '{script.Name}', {script.Oldest}, "
        + "clock_timestamp())";

    private static string LockOf(string schema) => $"hashtextextended('{schema} migrations', 0)";

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // A step may take as long as its tables are large.
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
