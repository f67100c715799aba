using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.PostgreSql.Migrations;

/// <summary>Scripts that give a month of the journal, and of the data beside it, partitions of its own, and take them out again.</summary>
internal static class Months
{
    private static readonly string[] Tables = ["journal", "event_data"];

    /// <summary>A script that makes the month's partitions, or attaches them again.</summary>
    public static string PrintAttach(string schema, DateOnly month)
    {
        DateOnly first = new(month.Year, month.Month, 1);
        string bounds = string.Create(
            CultureInfo.InvariantCulture,
            $"FROM ('{first:yyyy-MM-dd} 00:00+00') TO ('{first.AddMonths(1):yyyy-MM-dd} 00:00+00')"
        );
        string within = string.Create(
            CultureInfo.InvariantCulture,
            $"recorded_at >= '{first:yyyy-MM-dd} 00:00+00' AND recorded_at < '{first.AddMonths(1):yyyy-MM-dd} 00:00+00'"
        );
        StringBuilder text = Begin(
            schema,
            $"gives {first:yyyy-MM} partitions of its own; best before the month begins. One that was detached is attached again"
        );
        foreach (string table in Tables)
        {
            string partition = PartitionOf(table, first);
            text.Append(
                CultureInfo.InvariantCulture,
                $"""

                SELECT NOT EXISTS ({Attached(table, partition)}) AS is_apart \gset
                \if :is_apart
                CREATE TABLE IF NOT EXISTS {partition} (LIKE {table});
                {Completed(table, partition)}
                -- What the month has already lies with the rest.
                WITH moved AS (DELETE FROM {table}_default WHERE {within} RETURNING *) INSERT INTO {partition} SELECT * FROM moved;
                ALTER TABLE {table} ATTACH PARTITION {partition} FOR VALUES {bounds};
                \endif

                """
            );
        }

        return text.Append("\nCOMMIT;\n").ToString();
    }

    /// <summary>A script that detaches the month's partitions.</summary>
    public static string PrintDetach(string schema, DateOnly month)
    {
        DateOnly first = new(month.Year, month.Month, 1);
        string[] partitions = [.. Tables.Select(table => $"{schema}.{PartitionOf(table, first)}")];
        StringBuilder text = Begin(schema, $"detaches {first:yyyy-MM}: its entries are read no more, and stay in tables of their own");
        foreach (string table in Tables)
        {
            string partition = PartitionOf(table, first);
            text.Append(
                CultureInfo.InvariantCulture,
                $"""

                SELECT EXISTS ({Attached(table, partition)}) AS is_there \gset
                \if :is_there
                ALTER TABLE {table} DETACH PARTITION {partition};
                \endif

                """
            );
        }

        return text.Append(
                CultureInfo.InvariantCulture,
                $"""

                COMMIT;
                -- Now archive them, for example with: pg_dump -t {string.Join(" -t ", partitions)}
                -- and then: DROP TABLE {string.Join(", ", partitions)};

                """
            )
            .ToString();
    }

    private static StringBuilder Begin(string schema, FormattableString what) =>
        new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"""
            -- This script {what.ToString(
                CultureInfo.InvariantCulture
            )}. Run it with psql as the owner of {schema}; it can be run again. Hosts may run: they wait
            -- for a moment. Where they, or somebody who reads, don't let it have the tables within two seconds, it changes nothing.
            \set ON_ERROR_STOP on
            BEGIN;
            SET LOCAL search_path = {schema};
            SET LOCAL lock_timeout = '2s';
            LOCK TABLE {string.Join(", ", Tables)} IN ACCESS EXCLUSIVE MODE;

            """
        );

    private static string PartitionOf(string table, DateOnly first) =>
        string.Create(CultureInfo.InvariantCulture, $"{table}_{first:yyyy_MM}");

    /// <summary>A month that was detached before entries had places comes before all others.</summary>
    private static string Completed(string table, string partition) =>
        table == "journal"
            ? $"ALTER TABLE {partition} ADD COLUMN IF NOT EXISTS place bigint NOT NULL DEFAULT 0, ALTER COLUMN place DROP DEFAULT;"
            : "";

    private static string Attached(string table, string partition) =>
        $"SELECT FROM pg_inherits WHERE inhrelid = to_regclass('{partition}') AND inhparent = '{table}'::regclass";
}
