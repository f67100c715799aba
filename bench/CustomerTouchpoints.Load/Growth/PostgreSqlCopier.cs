using CustomerTouchpoints.Load.Stores;
using Npgsql;

namespace CustomerTouchpoints.Load.Growth;

/// <summary>Copies within a PostgreSQL schema.</summary>
internal sealed class PostgreSqlCopier(Place place) : ICopier
{
    private const int AtOnce = 50;

    private static readonly (string Table, string Key)[] Tables =
    [
        ("journeys", "id"),
        ("journal", "journey"),
        ("event_data", "journey"),
        ("event_keys", "journey"),
        ("touchpoints", "journey"),
        ("parties", "journey"),
    ];

    public async Task<(long Journeys, long Journal, long Bytes)> SizeAsync()
    {
        await using NpgsqlConnection connection = await OpenAsync();
        return (
            await AskAsync<long>(connection, "SELECT count(*) FROM journeys"),
            await AskAsync<long>(connection, "SELECT count(*) FROM journal"),
            await AskAsync<long>(
                connection,
                "SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c WHERE c.relnamespace = "
                    + "current_schema()::regnamespace AND c.relkind = 'r'"
            )
        );
    }

    public async Task<CopyRange> CopyAsync(int templates, int copies)
    {
        await using NpgsqlConnection connection = await OpenAsync();
        await RunAsync(connection, "SET synchronous_commit = off");
        long first = await AskAsync<long>(connection, "SELECT min(id) FROM journeys WHERE key LIKE 'seed-%'");
        long last = await AskAsync<long>(connection, "SELECT max(id) FROM journeys");
        int before = (int)((last - first) / templates);
        var range = new CopyRange(before + 1, before + copies);
        for (int from = range.From; from <= range.To; from += AtOnce)
        {
            int to = Math.Min(from + AtOnce - 1, range.To);
            foreach ((string table, string key) in Tables)
            {
                string columns = await AskAsync<string>(
                    connection,
                    $"SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_schema "
                        + $"= current_schema() AND table_name = '{table}' AND is_generated = 'NEVER'"
                );
                string moved = string.Join(
                    ", ",
                    columns
                        .Split(", ")
                        .Select(column =>
                            column == key ? $"t.{column} + {templates}::bigint * g"
                            : table == "journeys" && column == "key" ? "t.key || '-' || g"
                            : $"t.{column}"
                        )
                );
                await RunAsync(
                    connection,
                    $"INSERT INTO {table} ({columns}) SELECT {moved} FROM generate_series({from}, {to}) AS g, {table} t WHERE t.{key} "
                        + $"BETWEEN {first} AND {first + templates - 1}"
                );
            }
        }

        await RunAsync(connection, "SELECT setval('journey_blocks', (SELECT max(id) + 1000 FROM journeys))");
        await RunAsync(connection, "VACUUM ANALYZE");
        await RunAsync(connection, "CHECKPOINT");
        return range;
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(place.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
