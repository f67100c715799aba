namespace CustomerTouchpoints.Load.ByHand.Sqlite;

/// <summary>The tables that a user would write for this work, without anything the work does not need.</summary>
internal static class SqliteOrderSchema
{
    public const string Create = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -65536;
        CREATE TABLE IF NOT EXISTS journeys (
            id INTEGER PRIMARY KEY, state INTEGER NOT NULL, customer TEXT NOT NULL, data TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS event_keys (
            journey INTEGER NOT NULL, event_id TEXT NOT NULL, PRIMARY KEY (journey, event_id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS journal (
            id INTEGER PRIMARY KEY, journey INTEGER NOT NULL, at INTEGER NOT NULL, what TEXT NOT NULL, reason TEXT NOT NULL, data TEXT);
        CREATE TABLE IF NOT EXISTS messages (
            id INTEGER PRIMARY KEY, journey INTEGER NOT NULL, template TEXT NOT NULL, status INTEGER NOT NULL, data TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS messages_due ON messages (id) WHERE status = 0;
        """;

    public const string Find = "SELECT state, data FROM journeys WHERE id = $journey";

    public const string Open = "INSERT INTO journeys (id, state, customer, data) VALUES ($journey, $state, $customer, $data)";

    public const string Move = "UPDATE journeys SET state = $state, data = $data WHERE id = $journey";

    public const string Key = "INSERT OR IGNORE INTO event_keys (journey, event_id) VALUES ($journey, $event)";

    public const string Record = "INSERT INTO journal (journey, at, what, reason, data) VALUES ($journey, $at, $what, $reason, $data)";

    public const string Plan = "INSERT INTO messages (journey, template, status, data) VALUES ($journey, $template, 0, $data)";

    public const string Claim = """
        UPDATE messages SET status = 1 WHERE id IN (SELECT id FROM messages WHERE status = 0 ORDER BY id LIMIT $limit)
        RETURNING id, journey, template, data
        """;

    public const string Mark = "UPDATE messages SET status = 2 WHERE id = $message";
}
