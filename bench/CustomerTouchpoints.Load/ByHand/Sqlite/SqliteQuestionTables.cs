namespace CustomerTouchpoints.Load.ByHand.Sqlite;

/// <summary>The tables that a user would write for questions with clocks.</summary>
internal static class SqliteQuestionTables
{
    public const string Create = $"""
        {SqliteJourneyTables.Create}
        CREATE TABLE IF NOT EXISTS clocks (
            journey INTEGER NOT NULL, name TEXT NOT NULL, status INTEGER NOT NULL, started_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
            ended_at INTEGER, PRIMARY KEY (journey, name)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS clocks_due ON clocks (due_at) WHERE status = 0;
        """;

    public const string Find = "SELECT state FROM journeys WHERE id = $journey";

    public const string Open = "INSERT INTO journeys (id, state, customer, data) VALUES ($journey, 0, $customer, $data)";

    public const string Move = "UPDATE journeys SET state = $state WHERE id = $journey";

    public const string StartClock =
        "INSERT INTO clocks (journey, name, status, started_at, due_at) VALUES ($journey, $name, 0, $at, $due)";

    public const string EndClock =
        "UPDATE clocks SET status = $status, ended_at = $at WHERE journey = $journey AND name = $name AND status = 0";

    public const string Due = "SELECT journey FROM clocks WHERE status = 0 AND due_at <= $now ORDER BY due_at LIMIT 16";
}
