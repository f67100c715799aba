using CustomerTouchpoints.Load.Stores;
using CustomerTouchpoints.Sqlite;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Load.Growth;

/// <summary>Copies within a SQLite file. Columns are named in the order of their checksums.</summary>
internal sealed class SqliteCopier(Place place) : ICopier
{
    /// <summary>Generations in one transaction.</summary>
    private const int AtOnce = 20;

    /// <summary>Each of the four events of a template, the attempt that follows from it, and what came of it.</summary>
    private const long EntriesEach = 12;

    private static readonly (string Table, string Columns, string Moved, string Of)[] Tables =
    [
        (
            "journal",
            "sequence, recorded_at, occurred_at, kind, name, event_id, outcome, reason, changes, journey, previous, id",
            "sequence, recorded_at, occurred_at, kind, name, event_id, outcome, reason, changes, journey + $j AS journey, previous + $e "
                + "AS previous, id + $e AS id, data",
            "touchpoints_journal LEFT JOIN touchpoints_event_data ON entry = id WHERE id <= $entries"
        ),
        (
            "event_keys",
            "journey, event_id, fingerprint, entry",
            "journey + $j AS journey, event_id, fingerprint, entry + $e AS entry",
            "touchpoints_event_keys WHERE journey <= $journeys"
        ),
        (
            "touchpoints",
            "planned_by, position, customer, template, category, channel, status, reason, planned_at, due_at, changed_at, attempts, "
                + "may_be_repeated, journey, rule, occurrence, role, route",
            "planned_by, position, customer, template, category, channel, status, reason, planned_at, due_at, changed_at, attempts, "
                + "may_be_repeated, journey + $j AS journey, rule, occurrence, role, route",
            "touchpoints_touchpoints WHERE journey <= $journeys"
        ),
        ("parties", "journey, role, customer", "journey + $j AS journey, role, customer", "touchpoints_parties WHERE journey <= $journeys"),
        (
            "journeys",
            "version, state, standing, sequence, created_at, due_at, sending_term, held_at_revision, memory, data, last_entry, "
                + "event_count, touchpoint_count, party_count, clock_count, promise_count, id, lifecycle, key",
            "version, state, standing, sequence, created_at, due_at, sending_term, held_at_revision, memory, data, last_entry + $e AS "
                + "last_entry, event_count, touchpoint_count, party_count, clock_count, promise_count, id + $j AS id, lifecycle, key || "
                + "'-' || $g AS key",
            "touchpoints_journeys WHERE id <= $journeys"
        ),
    ];

    public async Task<(long Journeys, long Journal, long Bytes)> SizeAsync()
    {
        await using SqliteConnection connection = Open();
        return (
            Ask(connection, "SELECT count(*) FROM touchpoints_journeys"),
            Ask(connection, "SELECT count(*) FROM touchpoints_journal"),
            Ask(connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        );
    }

    public async Task<CopyRange> CopyAsync(int templates, int copies)
    {
        await using SqliteConnection connection = Open();
        Run(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -100000; PRAGMA wal_autocheckpoint = 50000");
        long entries = Ask(connection, $"SELECT max(id) FROM touchpoints_journal WHERE journey <= {templates}");
        if (entries != templates * EntriesEach)
        {
            throw new InvalidOperationException(
                $"The templates have {entries} entries, not {templates * EntriesEach}: {EntriesEach} for each of {templates} were to be "
                    + "copied."
            );
        }

        long last = Math.Max(
            Ask(connection, "SELECT max(id) FROM touchpoints_journeys") / templates,
            Ask(connection, "SELECT max(id) FROM touchpoints_journal") / entries
        );
        var range = new CopyRange((int)last + 1, (int)last + copies);
        for (int from = range.From; from <= range.To; from += AtOnce)
        {
            await using SqliteTransaction transaction = connection.BeginTransaction();
            for (int generation = from; generation < from + AtOnce && generation <= range.To; generation++)
            {
                foreach ((string table, string columns, string moved, string of) in Tables)
                {
                    string covered = table == "journal" ? $"{columns}, data" : columns;
                    Run(
                        connection,
                        $"INSERT INTO touchpoints_{table} ({columns}, checksum) SELECT {columns}, touchpoints_checksum({covered}) FROM "
                            + $"(SELECT {moved} FROM {of})",
                        generation,
                        templates,
                        entries
                    );
                }

                Run(
                    connection,
                    "INSERT INTO touchpoints_event_data (entry, data) SELECT entry + $e, data FROM touchpoints_event_data WHERE entry "
                        + "<= $entries",
                    generation,
                    templates,
                    entries
                );
            }

            await transaction.CommitAsync();
        }

        Run(
            connection,
            """
            UPDATE touchpoints_store SET last_journey = (SELECT max(id) FROM touchpoints_journeys),
                last_entry = (SELECT max(id) FROM touchpoints_journal);
            UPDATE touchpoints_store SET checksum = touchpoints_checksum(
                term, high_water, last_journey, last_entry, commits, switch_count, tally_count, definition_count, operation_count);
            PRAGMA wal_checkpoint(TRUNCATE);
            """
        );
        SqliteConnection.ClearPool(connection);
        return range;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(place.ConnectionString);
        connection.Open();
        Checksum.AddFunctionTo(connection.Handle!);
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql, int generation = 0, int templates = 0, long entries = 0)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        foreach (
            (string name, long value) in (IEnumerable<(string, long)>)
                [
                    ("$g", generation),
                    ("$j", (long)generation * templates),
                    ("$e", generation * entries),
                    ("$journeys", templates),
                    ("$entries", entries),
                ]
        )
        {
            if (sql.Contains(name, StringComparison.Ordinal))
            {
                command.Parameters.AddWithValue(name, value);
            }
        }

        command.ExecuteNonQuery();
    }

    private static long Ask(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
