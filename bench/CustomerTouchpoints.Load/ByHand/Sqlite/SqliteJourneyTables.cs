namespace CustomerTouchpoints.Load.ByHand.Sqlite;

/// <summary>The tables that orders and questions have in common: journeys, the keys of their events, and the journal.</summary>
internal static class SqliteJourneyTables
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
        """;

    public const string Key = "INSERT OR IGNORE INTO event_keys (journey, event_id) VALUES ($journey, $event)";

    public const string Record = "INSERT INTO journal (journey, at, what, reason, data) VALUES ($journey, $at, $what, $reason, $data)";
}
